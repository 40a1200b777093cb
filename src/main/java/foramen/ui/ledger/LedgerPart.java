package foramen.ui.ledger;

/** The leaves of the ledger's page, in the order a session is worked through; nothing forces that order. */
public enum LedgerPart {
    MIXTURE, PATIENT, ALERTS, SAFETY, RECORD
}

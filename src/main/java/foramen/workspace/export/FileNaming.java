package foramen.workspace.export;

/** What of the case an exported file's name gives away. */
public enum FileNaming {
    /** The case's own identifier, which says nothing about the patient. */
    CASE,
    /** The patient's name or pseudonym: only where the operator asks for it. */
    PATIENT
}

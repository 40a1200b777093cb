package foramen.workspace.edit;

/**
 * One line of a case's journal as history needs it: what kind of edit it was, told from the words that {@link CaseEditor}
 * writes there. An edit must therefore never be called by one of these words.
 *
 * @param kind what history makes of it
 * @param action what was done, without the word for its kind
 * @param after the state it left
 */
record JournalLine(Kind kind, String action, History.Snapshot after) {
    /** Before the action of an edit that was taken back. */
    static final String UNDO = "Undo: ";
    /** Before the action of an edit that was done again. */
    static final String REDO = "Redo: ";
    /** Before what was entered in the ledger, which is not undone. */
    static final String RECORD = "Record ";
    /** Before what was voided in the ledger, which is not undone. */
    static final String VOID = "Void ";
    /** Before what was put again on another operator's state, where it went back or forth in history then. */
    static final String AGAIN = "Put again: ";
    /** The case before its first edit. */
    static final String BEGIN = "Begin case";

    /** What a line does to history. */
    enum Kind {
        BEGIN, DO, UNDO, REDO, LEDGER
    }

    static JournalLine of(String action, History.Snapshot after) {
        if (action.equals(BEGIN)) {
            return new JournalLine(Kind.BEGIN, action, after);
        }
        if (action.startsWith(UNDO)) {
            return new JournalLine(Kind.UNDO, action.substring(UNDO.length()), after);
        }
        if (action.startsWith(REDO)) {
            return new JournalLine(Kind.REDO, action.substring(REDO.length()), after);
        }
        boolean ledger = action.startsWith(RECORD) || action.startsWith(VOID);
        return new JournalLine(ledger ? Kind.LEDGER : Kind.DO, action, after);
    }
}

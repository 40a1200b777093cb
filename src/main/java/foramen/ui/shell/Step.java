package foramen.ui.shell;

/** The steps of the workflow, in the order of the rail; nothing forces that order. */
public enum Step {
    CLIPS, ASSESS, OUTLINE, MEASURE, PLAN, LEDGER, FOLLOW, EXPORT
}

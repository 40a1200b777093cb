package foramen.ui.shell;

/** The steps of the workflow, in the order of the rail; nothing forces that order. */
public enum Step {
    CLIPS("Clips"), OUTLINE("Outline"), MEASURE("Measure"), PLAN("Plan"), LEDGER("Ledger"), EXPORT("Export");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    /** The step in one word. */
    public String label() {
        return label;
    }
}

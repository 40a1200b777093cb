package foramen.workspace.cine;

/** What happens when playing reaches the end of the clip. */
public enum LoopMode {
    /** Start again from the first frame. */
    LOOP("Loop"),
    /** Play back to the first frame, then forth again. */
    SWEEP("Sweep"),
    /** Stop on the last frame. */
    ONCE("Once");

    private final String label;

    LoopMode(String label) {
        this.label = label;
    }

    /** The mode in words, first letter upper case. */
    public String label() {
        return label;
    }
}

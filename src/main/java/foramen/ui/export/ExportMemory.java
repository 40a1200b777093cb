package foramen.ui.export;

/** Keeps what was last chosen for an export, so that it is chosen once. */
public interface ExportMemory {
    /** Remembers nothing. */
    ExportMemory NONE = new ExportMemory() {
        @Override
        public String recall() {
            return "";
        }

        @Override
        public void keep(String choices) {}
    };

    /** What was kept; empty where nothing was. */
    String recall();

    /** Keeps {@code choices}, at some time soon. */
    void keep(String choices);
}

package foramen.app;

/** The entry point of the planner and of its command line. */
public final class Main {
    private Main() {}

    /** Runs the command that {@code args} name. */
    public static void main(String[] args) {
        Runtime.getRuntime().exit(0);
    }
}

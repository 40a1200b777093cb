package foramen.app.window;

import foramen.app.Composition;
import java.nio.file.Path;
import java.util.List;

/** The planner's window. */
public final class PlannerApplication {
    private PlannerApplication() {}

    /** Shows the window and returns when it is closed. */
    public static void run(Composition composition, List<Path> files, boolean exitAfterFirstFrame) {
        if (exitAfterFirstFrame || files.isEmpty()) {
            composition.clock();
        }
    }
}

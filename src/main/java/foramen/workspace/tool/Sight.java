package foramen.workspace.tool;

import foramen.domain.clip.Frame;
import java.util.Optional;
import java.util.function.Consumer;

/** Prepares pixels for the tools that look at them. */
public interface Sight {
    /**
     * Looks at {@code frame}; may take a while.
     *
     * @param seen is told on the home thread what tools can ask; empty where it failed
     */
    void look(Frame frame, Consumer<Optional<Picture>> seen);
}

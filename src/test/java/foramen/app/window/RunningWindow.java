package foramen.app.window;

import foramen.app.composition.UserException;
import foramen.ui.support.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What another process sees of an open window: its lock, and where it takes files. */
public final class RunningWindow implements AutoCloseable {
    private final WindowLock lock;
    private final HandOver door;
    private final List<List<Path>> came = Collections.synchronizedList(new ArrayList<>());

    private RunningWindow(Path home) throws UserException, IOException {
        lock = WindowLock.take(home, Words.in(Locale.ENGLISH, Locale.ROOT));
        door = HandOver.listen(home, came::add);
    }

    /** One over the records of {@code home}. */
    public static RunningWindow over(Path home) throws UserException, IOException {
        return new RunningWindow(home);
    }

    /** The files that came, one list a start. */
    public List<List<Path>> came() {
        return List.copyOf(came);
    }

    @Override
    public void close() throws UserException {
        door.close();
        lock.close();
    }
}

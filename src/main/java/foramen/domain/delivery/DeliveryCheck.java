package foramen.domain.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Opens a document that was just written as somebody else would, before it is said to be there. */
public interface DeliveryCheck {
    /** The kinds it can open. */
    Set<ExportKind> kinds();

    /**
     * Reads {@code file}, whatever its name, and holds it against {@code subject}.
     *
     * @throws IOException with one sentence that says what is wrong with it
     */
    void check(ExportKind kind, Path file, ExportSubject subject) throws IOException;
}

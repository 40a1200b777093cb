package foramen.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Two operators on one file of records. */
class TwoEditorsTest extends TwoEditorsContract {
    TwoEditorsTest(@TempDir Path folder) {
        super(StorePlace.folder(folder));
    }
}

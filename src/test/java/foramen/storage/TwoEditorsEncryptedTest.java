package foramen.storage;

import foramen.domain.casefile.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The same over encrypted records. */
class TwoEditorsEncryptedTest extends TwoEditorsContract {
    private static final int ITERATIONS = 1000;

    TwoEditorsEncryptedTest(@TempDir Path folder) {
        super(StorePlace.folder(folder));
    }

    @Override
    SqlCaseStore open() throws StoreException {
        char[] passphrase = "correct horse battery".toCharArray();
        if (place() instanceof StorePlace.Folder f && Files.notExists(f.file())) {
            return SqlCaseStore.create(place(), ZoneOffset.UTC, List.of(), passphrase, ITERATIONS, SqlCaseStore.NEW);
        }
        SqlCaseStore store = super.open();
        store.unlock(passphrase);
        return store;
    }
}

package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** A process that edits one case until it is killed and tells each version once the store has acknowledged it. */
final class AppendingProcess {
    static final CaseId ID = new CaseId("killed");

    private AppendingProcess() {}

    static String indication(long version) {
        return "edit " + version + " " + "x".repeat((int) (version * 37 % 6000));
    }

    /** Edits the store in the folder {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        try (SqlCaseStore store = SqlCaseStore.open(Path.of(args[0]));
                var out = new FileOutputStream(FileDescriptor.out)) {
            Case begun = Case.begin(ID, Instant.EPOCH);
            long version = store.find(ID).map(StoredCase::version).orElse(0L);
            while (true) {
                Case next = begun.withIndication(indication(version + 1));
                version = store.append(next, version, new Edit("Edit " + (version + 1), "", Instant.EPOCH));
                out.write((version + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}

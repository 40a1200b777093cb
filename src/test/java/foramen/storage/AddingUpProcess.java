package foramen.storage;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import foramen.job.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A process that adds the cases of a store up until it is killed or has done, and tells each case. */
final class AddingUpProcess {
    static final int CASES = 400;
    static final StoreFixture.Sides SIDES = new StoreFixture.Sides(2);
    private static final int BATCH = 15;

    private AddingUpProcess() {}

    static Case numbered(int i) {
        return Case.begin(new CaseId("case-" + i), Instant.EPOCH).withSide(List.of(Laterality.values()).get(i % 3))
                .withIndication("pain " + i);
    }

    static SqlCaseStore open(Path folder) throws StoreException {
        return SqlCaseStore.open(StorePlace.folder(folder), ZoneOffset.UTC, List.of(SIDES));
    }

    /** Adds the store in the folder {@code args[0]} up. */
    public static void main(String[] args) throws IOException {
        try (SqlCaseStore store = open(Path.of(args[0])); var out = new FileOutputStream(FileDescriptor.out)) {
            store.addUp(new Progress() {
                @Override
                public void report(double fraction, String message) {
                    try {
                        out.write((message + "\n").getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            }, BATCH);
        }
    }
}

package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes into the store comes out of it, to the last digit and character. */
class StoredCaseTest {
    @Provide
    Arbitrary<Case> cases() {
        return RandomCases.cases();
    }

    @Provide
    Arbitrary<List<Case>> shelves() {
        return RandomCases.cases().list().ofMinSize(5).ofMaxSize(15).uniqueElements(Case::id);
    }

    @Property(tries = 300, seed = "2026")
    void a_case_reads_back_from_its_document_as_it_was(@ForAll("cases") Case original) throws StoreException {
        assertEquals(original, CaseJson.read(CaseJson.write(original), "x"));
    }

    @Property(tries = 6, seed = "2027")
    void cases_are_found_after_closing_and_opening_as_they_were_left(@ForAll("shelves") List<Case> originals)
            throws IOException {
        Path directory = Files.createTempDirectory("foramen-store");
        try {
            try (SqlCaseStore store = SqlCaseStore.open(directory)) {
                for (Case original : originals) {
                    store.append(original, 0, new Edit("Begin", "", Instant.EPOCH));
                }
            }
            try (SqlCaseStore store = SqlCaseStore.open(directory)) {
                for (Case original : originals) {
                    assertEquals(Optional.of(new StoredCase(original, 1)), store.find(original.id()));
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

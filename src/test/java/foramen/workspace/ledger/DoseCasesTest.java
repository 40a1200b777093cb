package foramen.workspace.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.Alert;
import foramen.domain.session.DoseBook;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scripted case gives exactly its alerts, no more and no fewer. */
class DoseCasesTest {
    private static final int LEAST = 60;
    private static final DoseBook BOOK = DoseBook.standard();

    private record Scripted(String name, Set<String> alerts, DoseQuestion question) {}

    @TestFactory
    List<DynamicTest> a_scripted_case_gives_exactly_its_alerts() throws Exception {
        SessionRules rules = new SessionRules(BOOK);
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> assertEquals(c.alerts(),
                        new TreeSet<>(rules.check(c.question()).alerts().stream().map(Alert::id).toList()))))
                .toList();
    }

    @Test
    void there_are_enough_cases_of_different_names() throws Exception {
        List<Scripted> cases = cases();
        assertTrue(cases.size() >= LEAST, cases.size() + " cases");
        assertEquals(cases.size(), new HashSet<>(cases.stream().map(Scripted::name).toList()).size());
    }

    static List<DoseQuestion> questions() throws Exception {
        return cases().stream().map(Scripted::question).toList();
    }

    private static List<Scripted> cases() throws IOException, DataFileException {
        try (InputStream in = DoseCasesTest.class.getResourceAsStream("/foramen/domain/session/dose-cases.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return DataFile.read(text, "dose-cases.json", "Correct it",
                    f -> f.list("cases", e -> new Scripted(e.text("name"), new TreeSet<>(e.texts("alerts")),
                            e.object("question", q -> DoseFile.read(q, BOOK)))));
        }
    }
}

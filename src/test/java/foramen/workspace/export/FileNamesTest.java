package foramen.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.patient.Patient;
import foramen.workspace.Fixtures;
import foramen.workspace.Fixtures.FakeClip;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FileNamesTest {
    /** What Windows keeps for devices, with any ending. */
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    @Property(tries = 300)
    void aNameIsTakenByEveryFileSystemWhateverThePatientIsCalled(@ForAll String name,
            @ForAll ExportKind kind) {
        holds(file(name, kind), kind);
    }

    @Property(tries = 1)
    void soAreTheWorstOfThem() {
        for (String name : new String[]{"CON", "nul", "LPT1", "a/b\\c:d*e?f\"g<h>i|j", "...", " ", "x".repeat(999),
                "ends with dot.", "A\u030Angstro\u0308m", "\u202Egpj.exe", "..", "~", "-rf"}) {
            holds(file(name, ExportKind.PLAN_PDF), ExportKind.PLAN_PDF);
        }
    }

    @Property(tries = 1)
    void composedAndDecomposedLettersMakeOneName() {
        assertEquals(file("Ångström", ExportKind.PLAN_PDF),
                file(Normalizer.normalize("Ångström", Normalizer.Form.NFD), ExportKind.PLAN_PDF));
    }

    private static void holds(String file, ExportKind kind) {
        assertTrue(file.matches("[A-Za-z0-9_-]+\\.[a-z0-9]+"), file);
        assertFalse(RESERVED.matcher(file).matches(), file);
        assertFalse(file.startsWith("-"), file);
        // Room for a number and for the folder, where a whole path has 260 characters.
        assertTrue(file.length() <= 100, file);
        assertTrue(file.endsWith("." + kind.extension()), file);
    }

    private static String file(String patient, ExportKind kind) {
        Case c = Fixtures.emptyCase()
                .withPatient(new Patient(patient, patient, Optional.empty(), "", Optional.empty()));
        return ExportPreview.fileName(new ExportSubject(c, new FakeClip(90), 30, Fixtures.NOW, "Dr", "1"), kind,
                FileNaming.PATIENT);
    }
}

package foramen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.Measure;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.injection.InjectateClass;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.Recurrence;
import foramen.domain.outcome.Response;
import foramen.domain.registry.RegistryColumns;
import foramen.domain.registry.RegistryFormatException;
import foramen.domain.registry.RegistryRow;
import foramen.domain.registry.RegistrySeries;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryCsvTest {
    private static final RegistryColumns COLUMNS = new RegistryColumns(FollowUpSchedule.FILE.standard());
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private static String csv(List<RegistryRow> rows) throws IOException {
        StringWriter out = new StringWriter();
        Consumer<RegistryRow> sink = new RegistryCsv().write(COLUMNS, out);
        rows.forEach(sink);
        return out.toString();
    }

    private static List<RegistryRow> read(String csv) throws IOException, RegistryFormatException {
        return new RegistryCsv().read(new StringReader(csv), "test.csv");
    }

    private static RegistryRow row(String words) {
        RegistryRow.Treatment treatment = new RegistryRow.Treatment(Arm.INJECTION, words, Laterality.LEFT, words,
                words, Optional.of(InjectateClass.STEROID), Optional.of(new BigDecimal("4.50")), "ultrasound", 1, 1);
        return new RegistryRow("c1", "p1", DAY, treatment, RegistrySeries.NONE, RegistrySeries.NONE,
                new RegistryRow.Judged(Response.Status.NO_BASELINE, Optional.empty(), Optional.empty(),
                        DAY.plusDays(42)),
                new RegistryRow.Later(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0,
                        OptionalInt.empty(), Optional.empty()),
                "pain-50", "v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\r=1",
            "|calc", "'=1"})
    void noCellCanBeTakenForAFormula(String words) throws IOException, RegistryFormatException {
        assertEquals("'" + words, RegistryCsv.guarded(words));
        assertEquals(List.of(row(words)), read(csv(List.of(row(words)))));
    }

    @Test
    void plainWordsStayAsTheyAre() throws IOException {
        String text = csv(List.of(row("piriformis, \"left\"")));
        assertTrue(text.contains("\"piriformis, \"\"left\"\"\""), text);
        assertFalse(text.contains("'"), text);
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndColumn() throws IOException {
        String good = csv(List.of(row("a"), row("b")));
        assertEquals("The registry file test.csv cannot be used: line 3. The column “day” needs a date, not “soon”.",
                refusal(good.substring(0, good.lastIndexOf("2026-01-05")) + "soon"
                        + good.substring(good.lastIndexOf("2026-01-05") + 10)));
        assertTrue(refusal(good.replace("case_id,", "case_name,")).contains("“case_id” is missing"));
        assertTrue(refusal(good.replace("rules_version", "rules_version,extra")).contains("“extra” is not known"));
        assertTrue(refusal(good + "c3,p3\r\n").contains("It has 2 cells"));
        assertTrue(refusal("").contains("it is empty"));
        assertTrue(refusal(good.replace(",no_baseline,", ",cured,")).contains("one of the known words"));
    }

    private static String refusal(String csv) {
        return String.valueOf(assertThrows(RegistryFormatException.class, () -> read(csv)).getMessage());
    }

    @Test
    void aByteOrderMarkAndOtherVisitsAreUnderstood() throws IOException, RegistryFormatException {
        String good = csv(List.of(row("a")));
        assertEquals(List.of(row("a")), read("\ufeff" + good));
        assertEquals(1, read(good.replace("pain_6mo", "pain_9mo").replace("hip_6mo", "hip_9mo")).size());
    }

    @Test
    void theDictionaryExplainsEveryColumnOfTheFile() throws IOException {
        StringWriter out = new StringWriter();
        new RegistryCsv().writeDictionary(COLUMNS, out);
        List<String> head = List.of(csv(List.of()).strip().split(",", -1));
        assertEquals(head.size(), out.toString().lines().count() - 1);
        assertTrue(COLUMNS.columns().stream().noneMatch(c -> c.words().isBlank() || c.unit().isBlank()));
        assertEquals(head, COLUMNS.columns().stream().map(RegistryColumns.Column::name).toList());
    }

    @Property(tries = 300)
    void rowsComeBackFromTheFileAsTheyWere(@ForAll("rows") List<RegistryRow> rows)
            throws IOException, RegistryFormatException {
        assertEquals(rows, read(csv(rows)));
    }

    @Provide
    Arbitrary<List<RegistryRow>> rows() {
        Arbitrary<RegistryRow.Treatment> treatments = Combinators
                .combine(Arbitraries.of(Arm.class), text(), Arbitraries.of(Laterality.class), text(), text(),
                        Arbitraries.of(InjectateClass.class).optional(), decimals().optional(),
                        Arbitraries.integers().between(1, 9))
                .as((arm, site, side, target, why, sort, volume, n) -> new RegistryRow.Treatment(arm, site, side,
                        target, why, sort, volume, "ultrasound", n, n));
        Arbitrary<RegistryRow.Judged> judged = Combinators.combine(decimals().optional(), dates().optional(), dates())
                .as((value, day, closes) -> new RegistryRow.Judged(Response.Status.RESPONDER, value, day, closes));
        Arbitrary<RegistryRow.Later> later = Combinators
                .combine(dates().optional(), Arbitraries.of(Recurrence.Cause.class).optional(), dates().optional(),
                        Arbitraries.integers().between(0, 5), dates().optional())
                .as((again, cause, next, events, lost) -> new RegistryRow.Later(again, cause, next, next, events,
                        events == 0 ? OptionalInt.empty() : OptionalInt.of(events), lost));
        return Combinators
                .combine(text(), dates(), treatments, series("nrs:now", "vas:average-7d"),
                        series("hhs:harris1969+one-each", "mhhs"), judged, later)
                .as((id, day, treatment, pain, hip, response, after) -> new RegistryRow(id, id, day, treatment, pain,
                        hip, response, after, id, id))
                .list().ofMaxSize(4);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.strings().withChars("=+-@'\", \r\n\t#a").ofMaxLength(8));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 9999).map(DAY::plusDays);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100")).ofScale(3);
    }

    private static Arbitrary<RegistrySeries> series(String... measures) {
        Arbitrary<Map<VisitWindow, BigDecimal>> values = Arbitraries.maps(
                Arbitraries.of("baseline", "2wk", "6wk", "12wk", "6mo", "12mo").map(VisitWindow::of), decimals());
        Arbitrary<RegistrySeries.Last> last = Combinators.combine(decimals(), dates()).as(RegistrySeries.Last::new);
        return Combinators.combine(Arbitraries.of(measures).map(Measure::of), values, last.optional())
                .as((m, v, l) -> new RegistrySeries(Optional.of(m), v, l));
    }
}

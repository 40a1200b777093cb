package foramen.domain.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.anatomy.Structure;
import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.measurement.Thresholds;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleRules;
import foramen.domain.registry.PublishedCohorts;
import foramen.domain.safety.SafetyBook;
import foramen.domain.session.ProtocolCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A clinic's own file that was copied from an older Foramen. */
class OlderFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASE = "9.8.7";
    private static final String MARK = " (shipped with Foramen 9.8.7)";
    private static final List<DataFile<?>> FILES = List.of(AlertCatalog.FILE, DoseLimits.FILE, ProductCatalog.FILE,
            SafetyBook.FILE, ProtocolCatalog.FILE, Thresholds.FILE, NeedleRules.FILE, TestCatalog.FILE,
            HarrisSheet.FILE, OutcomeRules.FILE, FollowUpSchedule.FILE, PublishedCohorts.FILE);

    private static ObjectNode shipped(DataFile<?> file) {
        try (InputStream in = Objects.requireNonNull(file.home().getResourceAsStream(file.name()))) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> OwnFile<T> own(DataFile<T> file, JsonNode content) throws DataFileException {
        return file.own(content.toPrettyString(), "own.json", RELEASE);
    }

    private static String refusal(DataFile<?> file, JsonNode content) {
        return String.valueOf(assertThrows(DataFileException.class, () -> own(file, content)).getMessage());
    }

    /** What is read, without what only tells where rows come from. */
    private static String plain(Object content) {
        return content.toString().replace(MARK, "").replaceAll(", filled from \\S+ shipped with Foramen " + RELEASE, "")
                .replace("place=own.json", "place=" + DataFile.SHIPPED);
    }

    /** A row that a file cannot do without, by its place in the file that ships. */
    private record Missing(DataFile<?> file, String pointer, String name) {
        ObjectNode without() {
            ObjectNode copy = shipped(file);
            int cut = pointer.lastIndexOf('/');
            JsonNode parent = copy.at(pointer.substring(0, cut));
            String last = pointer.substring(cut + 1);
            if (parent instanceof ArrayNode rows) {
                rows.remove(Integer.parseInt(last));
            } else {
                ((ObjectNode) parent).remove(last);
            }
            return copy;
        }
    }

    /** Every row of a needed list, and every section and list. */
    private static List<Missing> needed() {
        List<Missing> all = new ArrayList<>();
        for (DataFile<?> file : FILES) {
            ObjectNode root = shipped(file);
            root.properties().forEach(f -> {
                if (f.getValue().isContainerNode()) {
                    all.add(new Missing(file, "/" + f.getKey(), f.getKey()));
                }
            });
            file.needed().forEach(n -> rows(root, "", "", n.list(), n, file, all));
        }
        all.add(new Missing(NeedleRules.FILE, "/uncertainty/trace", "uncertainty/trace"));
        all.add(new Missing(SafetyBook.FILE, "/bleeding/medicines", "bleeding/medicines"));
        all.add(new Missing(DoseLimits.FILE, "/steroid/substances", "steroid/substances"));
        return all;
    }

    private static void rows(JsonNode at, String pointer, String name, String list, NeededRows need, DataFile<?> file,
            List<Missing> all) {
        int cut = list.indexOf('/');
        String field = cut < 0 ? list : list.substring(0, cut);
        JsonNode here = at.get(field);
        String place = name + field + "/";
        if (here instanceof ObjectNode) {
            rows(here, pointer + "/" + field, place, list.substring(cut + 1), need, file, all);
            return;
        }
        for (int i = 0; here != null && i < here.size(); i++) {
            JsonNode row = here.get(i);
            if (!need.special().isEmpty() && row.path(need.special()).size() > 0) {
                continue;
            }
            String there = pointer + "/" + field + "/" + i;
            if (cut < 0) {
                List<String> key = new ArrayList<>();
                need.names().forEach(k -> key.add(row.path(k).asText()));
                need.choices().forEach(k -> key.add(row.path(k).asText().toLowerCase(Locale.ROOT)
                        .replace('_', '-')));
                all.add(new Missing(file, there, place + (key.isEmpty()
                        ? row.get("id").asText()
                        : String.join("/", key))));
            } else {
                rows(row, there, place + row.get("id").asText() + "/", list.substring(cut + 1), need, file, all);
            }
        }
    }

    @Provide
    Arbitrary<Missing> aNeededRow() {
        return Arbitraries.of(needed());
    }

    @Test
    void everySingleRowThatIsNeededIsFilledAndToldNeverLost() throws Exception {
        List<Missing> needed = needed();
        assertTrue(needed.size() > 250, () -> needed.size() + " rows");
        for (Missing m : needed) {
            OwnFile<?> read = own(m.file(), m.without());
            FilledRows filled = read.filled().orElseThrow(() -> new AssertionError(m.file().name() + m.pointer()));
            assertEquals(List.of(m.name()), filled.rows().stream().map(FilledRows.Row::name).toList());
            assertTrue(sameRows(m.file().standard(), read.content()), () -> m.file().name() + " " + m.pointer());
        }
    }

    /** The same rows, wherever in their list they stand. */
    private static boolean sameRows(Object standard, Object read) {
        return words(standard).equals(words(read));
    }

    private static List<Object> words(Object content) {
        return Collections.list(new StringTokenizer(plain(content), "[](){}, ")).stream().sorted().toList();
    }

    @Property(tries = 100)
    void anyRowsTogetherAreFilledEachWithItsProvenance(@ForAll("aNeededRow") Missing one,
            @ForAll("aNeededRow") Missing other) throws Exception {
        ObjectNode without = one.without();
        boolean both = one.file().equals(other.file()) && !one.pointer().startsWith(other.pointer())
                && !other.pointer().startsWith(one.pointer());
        Set<String> gone = new HashSet<>(List.of(one.name()));
        // Only of different lists: the place of a row changes where one before it is gone.
        if (both && without.at(other.pointer()).isObject() && !sameList(one, other)) {
            int cut = other.pointer().lastIndexOf('/');
            JsonNode parent = without.at(other.pointer().substring(0, cut));
            String last = other.pointer().substring(cut + 1);
            if (parent instanceof ArrayNode rows) {
                rows.remove(Integer.parseInt(last));
            } else {
                ((ObjectNode) parent).remove(last);
            }
            gone.add(other.name());
        }
        OwnFile<?> read = own(one.file(), without);
        FilledRows filled = read.filled().orElseThrow();
        assertEquals(gone, new HashSet<>(filled.rows().stream().map(FilledRows.Row::name).toList()));
        assertTrue(sameRows(one.file().standard(), read.content()));
        String version = shipped(one.file()).get("version").asText();
        assertEquals(version, filled.version());
        assertTrue(read.content().toString()
                .contains(version + ", filled from " + version + " shipped with Foramen " + RELEASE), "both versions");
    }

    private static boolean sameList(Missing one, Missing other) {
        return one.pointer().substring(0, one.pointer().lastIndexOf('/'))
                .equals(other.pointer().substring(0, other.pointer().lastIndexOf('/')));
    }

    @Test
    void aFileThatLacksNothingIsReadAsItIsAndNothingIsTold() throws Exception {
        for (DataFile<?> file : FILES) {
            OwnFile<?> read = own(file, shipped(file));
            assertTrue(read.filled().isEmpty(), file.name());
            assertEquals(plain(file.standard()), plain(read.content()));
            assertFalse(read.content().toString().contains(MARK));
        }
    }

    @Test
    void alertsOfAnOlderForamenWorkAndSayWhereTheNewRuleComesFrom() throws Exception {
        ObjectNode older = new Missing(AlertCatalog.FILE, "/alerts/" + indexOf("interval-short"), "").without();
        older.put("version", "2026-05-1");
        ((ObjectNode) older.at("/alerts/0")).put("source", "our own house");
        OwnFile<AlertCatalog> read = own(AlertCatalog.FILE, older);
        Alert filled = read.content().raise(AlertKind.INTERVAL_SHORT, "x", "Too soon.");
        assertTrue(filled.source().endsWith(MARK), filled.source());
        assertEquals("our own house", read.content().raise(AlertKind.SIDE_MISSING, "x", "No side.").source());
        assertEquals("2026-05-1, filled from " + AlertCatalog.standard().version() + " shipped with Foramen 9.8.7",
                filled.version());
        assertEquals("own.json, version 2026-05-1, lacks what this Foramen needs: alerts/interval-short (severity "
                + "caution, override with-reason). Until the file states it, what is shipped with Foramen 9.8.7, version "
                + AlertCatalog.standard().version()
                + ", holds. Copy it into the file and set it as you decide, or name it"
                + " in “leftOut” to do without it on purpose.", read.filled().orElseThrow().sentence());
    }

    private static int indexOf(String id) {
        JsonNode rows = shipped(AlertCatalog.FILE).get("alerts");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get("id").asText().equals(id)) {
                return i;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void anUnknownRowABrokenValueAndAHalfRowStayRefused() {
        ObjectNode unknown = shipped(AlertCatalog.FILE);
        ((ArrayNode) unknown.get("alerts")).addObject().put("id", "made-up").put("severity", "stop")
                .put("override", "never").put("source", "us").put("confidence", "low");
        assertTrue(refusal(AlertCatalog.FILE, unknown).contains("knows no “made-up”"));
        ObjectNode broken = shipped(DoseLimits.FILE);
        ((ObjectNode) broken.get("mixture")).put("warnAt", "most");
        assertTrue(refusal(DoseLimits.FILE, broken).contains("mixture needs a plain number"));
        ObjectNode half = shipped(DoseLimits.FILE);
        ((ObjectNode) half.get("steroid")).remove("leastWeeks");
        assertTrue(refusal(DoseLimits.FILE, half).contains("steroid lacks “leastWeeks”"));
        ObjectNode anonymous = shipped(AlertCatalog.FILE);
        ((ObjectNode) anonymous.at("/alerts/3")).remove("severity");
        assertTrue(refusal(AlertCatalog.FILE, anonymous).contains("lacks “severity”"));
        ObjectNode twice = shipped(SafetyBook.FILE);
        ((ArrayNode) twice.get("risks")).add(twice.at("/risks/0"));
        assertTrue(refusal(SafetyBook.FILE, twice).contains("repeats the id"));
    }

    @Test
    void aClinicsOwnFigureIsNeverReplacedByAFilledRow() throws Exception {
        ObjectNode limits = shipped(DoseLimits.FILE);
        ArrayNode intervals = (ArrayNode) limits.get("intervals");
        intervals.removeAll();
        intervals.addObject().put("id", "ours").put("class", "prolotherapy").put("days", 60).put("source", "house")
                .put("confidence", "low");
        OwnFile<DoseLimits> read = own(DoseLimits.FILE, limits);
        assertEquals(60, read.content().interval(InjectateClass.PROLOTHERAPY, "peri-sciatic").orElseThrow().days(),
                "a row for one place would have lowered it");
        assertEquals(List.of("intervals/platelets"), read.filled().orElseThrow().rows().stream()
                .map(FilledRows.Row::name).toList());

        ObjectNode rules = shipped(NeedleRules.FILE);
        ((ObjectNode) rules.at("/targets/0")).put("id", "house");
        ((ObjectNode) rules.at("/targets/0/limits/0")).put("warnMm", 9);
        ((ArrayNode) rules.at("/targets/0/limits")).remove(1);
        OwnFile<NeedleRules> needles = own(NeedleRules.FILE, rules);
        assertEquals("house", needles.content().targets().getFirst().id());
        assertEquals(9, needles.content().margin(Structure.Kind.NERVE).orElseThrow().warnMm());
        assertEquals(3, needles.content().margin(Structure.Kind.VESSEL).orElseThrow().warnMm());
    }

    @Test
    void aClinicMayDoWithoutARowOnPurposeButNotWithoutAnAlert() throws Exception {
        ObjectNode safety = shipped(SafetyBook.FILE);
        String id = ((ArrayNode) safety.get("checklist")).remove(2).get("id").asText();
        safety.putArray("leftOut").add("checklist/" + id);
        OwnFile<SafetyBook> read = own(SafetyBook.FILE, safety);
        assertTrue(read.filled().isEmpty());
        assertTrue(read.content().checklist().stream().noneMatch(i -> i.id().equals(id)));

        ObjectNode alerts = new Missing(AlertCatalog.FILE, "/alerts/" + indexOf("red-flag"), "").without();
        alerts.putArray("leftOut").add("alerts/red-flag");
        assertTrue(refusal(AlertCatalog.FILE, alerts).contains("lacks the alert “red-flag”"));
        ObjectNode slip = shipped(SafetyBook.FILE);
        slip.putArray("leftOut").add("checklist/consnt");
        assertTrue(refusal(SafetyBook.FILE, slip)
                .contains("names “checklist/consnt” in “leftOut”, which is no row that it lacks"));
        slip.put("leftOut", "checklist");
        assertTrue(refusal(SafetyBook.FILE, slip).contains("needs a list in “leftOut”"));
    }

    @Test
    void whatAClinicDoesNotStockStaysAway() throws Exception {
        ObjectNode rules = shipped(NeedleRules.FILE);
        JsonNode first = rules.at("/needles/0");
        rules.putArray("needles").add(first);
        OwnFile<NeedleRules> read = own(NeedleRules.FILE, rules);
        assertEquals(1, read.content().needles().size());
        assertTrue(read.filled().isEmpty());
    }

    @Test
    void nullIsNoWayToSwitchAListOff() throws Exception {
        ObjectNode limits = shipped(DoseLimits.FILE);
        limits.putNull("intervals");
        OwnFile<DoseLimits> read = own(DoseLimits.FILE, limits);
        assertEquals(DoseLimits.standard().intervals().size(), read.content().intervals().size());
        assertEquals("intervals", read.filled().orElseThrow().rows().getFirst().name());
    }

    @Test
    void textThatIsNoFileOfTheKindIsRefusedAsEver() throws JsonProcessingException {
        assertTrue(refusal(AlertCatalog.FILE, JSON.readTree("[]")).contains("is not an object"));
        assertTrue(refusal(AlertCatalog.FILE, JSON.readTree("{}")).contains("lacks “version”"));
        assertTrue(refusal(AlertCatalog.FILE, JSON.readTree("{\"version\": \"1\", \"alerts\": {}}"))
                .contains("needs a list in “alerts”"));
    }
}

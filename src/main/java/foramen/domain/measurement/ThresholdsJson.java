package foramen.domain.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.domain.anatomy.ScanLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a thresholds file. A field that is missing, unknown or out of its range is refused, so that a slip in a clinic's
 * own copy cannot silently change a verdict.
 */
final class ThresholdsJson {
    private static final Set<String> CITATION = Set.of("source", "confidence", "note");

    private final String place;

    ThresholdsJson(String place) {
        this.place = place;
    }

    Thresholds read(String json) throws ThresholdsException {
        JsonNode root;
        try {
            root = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build().readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new ThresholdsException(head() + "is no valid JSON" + (at == null
                    ? ""
                    : " at line " + at.getLineNr() + ", column " + at.getColumnNr()) + "; mend or remove it.", e);
        }
        Entry file = new Entry(root, "the file", Set.of("version", "sideDifferences", "sideRatios", "swellingRatios",
                "thicknesses", "repeats", "flattening"));
        return new Thresholds(file.text("version"), place,
                file.each("sideDifferences", with("structure", "level", "minimumDetectableMm2"),
                        e -> new Thresholds.SideDifference(e.text("structure"), e.level(),
                                e.positive("minimumDetectableMm2"), e.citation())),
                file.each("sideRatios", with("structure", "atLeast", "label"),
                        e -> new Thresholds.SideRatio(e.text("structure"), e.above("atLeast", 1), e.text("label"),
                                e.citation())),
                file.each("swellingRatios", with("structure"),
                        e -> new Thresholds.SwellingRatio(e.text("structure"), e.citation())),
                file.each("thicknesses", with("structure", "cutoffMm"),
                        e -> new Thresholds.Thickness(e.text("structure"), e.node.has("cutoffMm")
                                ? OptionalDouble.of(e.positive("cutoffMm"))
                                : OptionalDouble.empty(), e.citation())),
                repeating(file.one("repeats", with("neighbourFrames", "advised"))),
                file.one("flattening", CITATION).citation());
    }

    private static Thresholds.Repeating repeating(Entry e) throws ThresholdsException {
        return new Thresholds.Repeating(e.whole("neighbourFrames", 0), e.whole("advised", 1), e.citation());
    }

    private static Set<String> with(String... names) {
        Set<String> all = Arrays.stream(names).collect(Collectors.toSet());
        all.addAll(CITATION);
        return all;
    }

    private String head() {
        return "The thresholds file (" + place + ") ";
    }

    private interface Read<T> {
        T from(Entry e) throws ThresholdsException;
    }

    /** One object of the file. */
    private final class Entry {
        private final JsonNode node;
        private final String where;

        Entry(JsonNode node, String where, Set<String> known) throws ThresholdsException {
            this.node = node;
            this.where = where;
            if (!node.isObject()) {
                throw wrong("is not an object");
            }
            for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
                String name = names.next();
                if (!known.contains(name)) {
                    throw wrong("has the unknown field “" + name + "”");
                }
            }
        }

        <T> List<T> each(String name, Set<String> known, Read<T> read) throws ThresholdsException {
            JsonNode list = required(name);
            if (!list.isArray()) {
                throw wrong("needs a list in “" + name + "”");
            }
            List<T> all = new ArrayList<>();
            for (JsonNode item : list) {
                all.add(read.from(new Entry(item, "entry " + (all.size() + 1) + " of " + name, known)));
            }
            return all;
        }

        Entry one(String name, Set<String> known) throws ThresholdsException {
            return new Entry(required(name), name, known);
        }

        String text(String name) throws ThresholdsException {
            JsonNode value = required(name);
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw wrong("needs words in “" + name + "”");
            }
            return value.textValue().strip();
        }

        double positive(String name) throws ThresholdsException {
            return above(name, 0);
        }

        double above(String name, double floor) throws ThresholdsException {
            JsonNode value = required(name);
            if (!value.isNumber() || !(value.doubleValue() > floor) || !Double.isFinite(value.doubleValue())) {
                throw wrong("needs a number above " + Math.round(floor) + " in “" + name + "”");
            }
            return value.doubleValue();
        }

        int whole(String name, int least) throws ThresholdsException {
            JsonNode value = required(name);
            if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
                throw wrong("needs a whole number of " + least + " or more in “" + name + "”");
            }
            return value.intValue();
        }

        ScanLevel level() throws ThresholdsException {
            ScanLevel level = choice("level", ScanLevel.values());
            if (level == ScanLevel.UNSPECIFIED) {
                throw wrong("needs a level that is set in “level”");
            }
            return level;
        }

        Citation citation() throws ThresholdsException {
            return new Citation(text("source"), choice("confidence", Citation.Confidence.values()),
                    node.path("note").asText("").strip());
        }

        private <E extends Enum<E>> E choice(String name, E[] options) throws ThresholdsException {
            String word = text(name).toUpperCase(Locale.ROOT);
            for (E option : options) {
                if (option.name().equals(word)) {
                    return option;
                }
            }
            throw wrong("knows no “" + text(name) + "” in “" + name + "”; it is one of "
                    + Arrays.stream(options).map(Enum::name).collect(Collectors.joining(", ")));
        }

        private JsonNode required(String name) throws ThresholdsException {
            JsonNode value = node.get(name);
            if (value == null || value.isNull()) {
                throw wrong("lacks “" + name + "”");
            }
            return value;
        }

        private ThresholdsException wrong(String what) {
            return new ThresholdsException(head() + "cannot be used: " + where + " " + what + ".");
        }
    }
}

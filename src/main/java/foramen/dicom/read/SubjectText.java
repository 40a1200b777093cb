package foramen.dicom.read;

import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.delivery.FoundDrawing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Foramen itself wrote about a drawing into a description: {@code name=value} pairs between semicolons; and what a
 * code says.
 */
final class SubjectText {
    private final Map<String, String> pairs = new HashMap<>();

    SubjectText(String description) {
        for (String part : description.split(";", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                pairs.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
            }
        }
    }

    /** Whether Foramen wrote it. */
    boolean isOurs() {
        return pairs.containsKey("structure") && pairs.containsKey("side");
    }

    /** The form that the drawing had; empty where unsaid. */
    String form() {
        return pairs.getOrDefault("form", "");
    }

    FoundDrawing.Subject subject(StructureCatalog catalog, Optional<Code> code) {
        String structure = pairs.getOrDefault("structure", "");
        return new FoundDrawing.Subject(catalog.find(structure).map(Structure::id), code,
                value(Laterality.values(), "side", Laterality.UNSPECIFIED),
                value(ScanLevel.values(), "level", ScanLevel.UNSPECIFIED),
                value(ScanPlane.values(), "plane", ScanPlane.UNSPECIFIED));
    }

    private <E extends Enum<E>> E value(E[] all, String key, E otherwise) {
        String name = pairs.getOrDefault(key, "").toUpperCase(Locale.ROOT);
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst().orElse(otherwise);
    }

    /** The structure and side that a code stands for; a modifier of the side counts where the code has none. */
    static FoundDrawing.Subject coded(StructureCatalog catalog, Code code, Laterality modifier) {
        for (Structure s : catalog.all()) {
            if (is(s.left(), code)) {
                return subject(s, code, Laterality.LEFT);
            }
            if (is(s.right(), code)) {
                return subject(s, code, Laterality.RIGHT);
            }
            boolean own = code.scheme().startsWith("99") && code.value().equals(s.id());
            if (is(s.unsided(), code) || own) {
                return subject(s, code, modifier);
            }
        }
        return new FoundDrawing.Subject(Optional.empty(), Optional.of(code), modifier, ScanLevel.UNSPECIFIED,
                ScanPlane.UNSPECIFIED);
    }

    private static FoundDrawing.Subject subject(Structure s, Code code, Laterality side) {
        return new FoundDrawing.Subject(Optional.of(s.id()), Optional.of(code), side, ScanLevel.UNSPECIFIED,
                ScanPlane.UNSPECIFIED);
    }

    private static boolean is(Optional<Code> known, Code code) {
        return known.filter(k -> k.scheme().equals(code.scheme()) && k.value().equals(code.value())).isPresent();
    }

    /** The side that a modifier code stands for, current or retired (CID 244). */
    static Laterality side(String value) {
        return Stream.of(Map.entry("7771000", Laterality.LEFT), Map.entry("G-A101", Laterality.LEFT),
                Map.entry("24028007", Laterality.RIGHT), Map.entry("G-A100", Laterality.RIGHT),
                Map.entry("51440002", Laterality.BILATERAL), Map.entry("G-A102", Laterality.BILATERAL))
                .filter(e -> e.getKey().equals(value)).map(Map.Entry::getValue).findFirst()
                .orElse(Laterality.UNSPECIFIED);
    }
}

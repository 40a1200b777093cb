package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.sr.CodeItems;
import foramen.dicom.sr.Codes;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that may stand beside a drawing because Foramen has them from its own catalogue; any other word may name
 * somebody.
 */
final class KnownWords {
    private static final StructureCatalog CATALOG = StructureCatalog.standard();
    /** What number a caliper has. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    /** Forms of the values of public coding schemes. */
    private static final Map<String, Pattern> PUBLIC = Map.of("SCT", Pattern.compile("\\d{6,18}"), "SRT",
            Pattern.compile("[A-Z]-[0-9A-F]{4,6}"), "DCM", Pattern.compile("\\d{5,6}"));
    private static final Set<String> FORMS = Set.of("outline", "curve", "ellipse", "caliper", "line", "two calipers",
            "angle", "point", "text", "needle");
    private static final List<Code> CODES = Stream.concat(CATALOG.all().stream().flatMap(KnownWords::codes),
            Stream.of(Codes.ANATOMICAL_STRUCTURE, Codes.ABNORMAL_STRUCTURE, Codes.PHYSICAL_OBJECT, Codes.CALCIFICATION,
                    Codes.NEEDLE, new Code("DCM", "113076", "Segmentation"),
                    new Code("DCM", "121322", "Source image for image processing operation")))
            .toList();

    /** What is said of a drawing: structure, side and the like. */
    record Said(Optional<Structure> structure, Laterality side, String text) {}

    private KnownWords() {}

    private static Stream<Code> codes(Structure s) {
        return Stream.of(s.left(), s.right(), s.unsided(), Optional.of(Codes.own(s.id(), s.name())))
                .flatMap(Optional::stream);
    }

    /** Whether {@code text} is the name or letter of a structure, or the number of a caliper. */
    static boolean isLabel(String text) {
        String plain = text.strip();
        return NUMBER.matcher(plain).matches()
                || CATALOG.all().stream().anyMatch(s -> s.name().equals(plain) || s.letter().equals(plain));
    }

    /** The parts of Foramen's own description of a drawing that are its own words; empty where it is none. */
    static Optional<Said> description(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String part : text.split(";", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                pairs.put(part.substring(0, at).strip(), part.substring(at + 1).strip());
            }
        }
        if (!pairs.containsKey("structure") || !pairs.containsKey("side")) {
            return Optional.empty();
        }
        Optional<Structure> structure = CATALOG.find(pairs.getOrDefault("structure", ""));
        Laterality side = one(Laterality.values(), pairs.get("side"), Laterality.UNSPECIFIED);
        StringBuilder words = new StringBuilder("structure=").append(structure.map(Structure::id).orElse(""))
                .append("; side=").append(side.name());
        if (pairs.containsKey("form")) {
            String form = pairs.getOrDefault("form", "");
            words.append("; level=").append(one(ScanLevel.values(), pairs.get("level"), ScanLevel.UNSPECIFIED).name())
                    .append("; plane=")
                    .append(one(ScanPlane.values(), pairs.get("plane"), ScanPlane.UNSPECIFIED).name())
                    .append("; form=").append(FORMS.contains(form) ? form : "");
        }
        return Optional.of(new Said(structure, side, words.toString()));
    }

    private static <E extends Enum<E>> E one(E[] all, @org.jspecify.annotations.Nullable String name, E otherwise) {
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst().orElse(otherwise);
    }

    /** The name of what is said, with its side. */
    static Optional<String> name(Said said) {
        return said.structure().map(s -> said.side() == Laterality.UNSPECIFIED
                ? s.name()
                : s.name() + ", " + said.side().words());
    }

    /** The structure that a code of {@code item} names, by its name. */
    static Optional<String> name(DataSet item) {
        return known(item).filter(c -> !c.equals(Codes.NEEDLE)).map(Code::meaning);
    }

    private static Optional<Code> known(DataSet item) {
        Code code = new Code(item.text(Tag.CODING_SCHEME), item.text(Tag.CODE_VALUE), "");
        Stream<Code> sides = Arrays.stream(Laterality.values()).map(Codes::side).flatMap(Optional::stream);
        return Stream.concat(CODES.stream(), sides)
                .filter(c -> c.scheme().equals(code.scheme()) && c.value().equals(code.value())).findFirst();
    }

    /**
     * A code in words of ours. A public code that Foramen does not know has its value for a meaning, any other one is
     * empty of all.
     */
    static DataSet code(DataSet item) {
        Optional<Code> known = known(item);
        if (known.isPresent()) {
            return CodeItems.item(known.get());
        }
        String scheme = item.text(Tag.CODING_SCHEME);
        String value = item.text(Tag.CODE_VALUE);
        Pattern form = PUBLIC.get(scheme);
        return form != null && form.matcher(value).matches()
                ? CodeItems.item(new Code(scheme, value, value))
                : ((foramen.dicom.data.DataElement.Sequence) DummyValues.of(Tag.ANATOMIC_REGION_SEQUENCE, Vr.SQ))
                        .items().getFirst();
    }
}

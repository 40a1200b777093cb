package foramen.dicom.deident;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.domain.deident.DeidentOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names and numbers that a file gives to people and places, to be found again where they do not belong, such as a
 * patient's name typed into a field that the profile keeps.
 */
final class Identifiers {
    /** Shorter words would be found everywhere (engineering default). */
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST = 4;
    /** Family, given and middle name; what follows are titles. */
    private static final int NAME_PARTS = 3;

    private static final Set<Integer> NUMBERS = Set.of(Tag.PATIENT_ID, Tag.ACCESSION_NUMBER, Tag.of(0x0010, 0x1000),
            Tag.of(0x0010, 0x1040), Tag.of(0x0010, 0x2154), Tag.of(0x0010, 0x1090), Tag.of(0x0010, 0x0050),
            Tag.of(0x0038, 0x0010), Tag.of(0x0010, 0x2297), Tag.of(0x0010, 0x1080), Tag.of(0x0040, 0x2016),
            Tag.of(0x0040, 0x2017));
    private static final Set<Integer> PLACES = Set.of(Tag.INSTITUTION_NAME, Tag.of(0x0008, 0x0081));

    private final Set<String> phrases = new TreeSet<>();

    private Identifiers() {}

    /** Those of {@code data}; places only where they are not kept on request. */
    static Identifiers of(DataSet data, Set<DeidentOption> options) {
        Identifiers found = new Identifiers();
        found.gather(data, !options.contains(DeidentOption.INSTITUTION), 0);
        return found;
    }

    private void gather(DataSet data, boolean places, int depth) {
        for (DataElement e : data.elements()) {
            if (e instanceof DataElement.Sequence s) {
                s.items().forEach(i -> gather(i, places, depth + 1));
            } else if (e.vr() == Vr.PN || (e.vr() == Vr.UN && isName(e.tag()))) {
                data.strings(e.tag()).forEach(this::name);
            } else if (NUMBERS.contains(e.tag()) || (places && PLACES.contains(e.tag()))) {
                data.strings(e.tag()).forEach(v -> phrase(v, SHORTEST));
            }
        }
    }

    private static boolean isName(int tag) {
        return foramen.dicom.data.DataDictionary.standard().implicitVr(tag, false) == Vr.PN;
    }

    private void name(String name) {
        for (String group : name.split("=", -1)) {
            List<String> parts = List.of(group.split("\\^", -1));
            for (String part : parts.subList(0, Math.min(NAME_PARTS, parts.size()))) {
                for (String word : part.split("[\\s,;/]+", -1)) {
                    phrase(word, SHORTEST_NAME);
                }
            }
        }
    }

    private void phrase(String text, int shortest) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.codePointCount(0, plain.length()) >= shortest && plain.codePoints().anyMatch(c -> c != '0')) {
            phrases.add(plain);
        }
    }

    /** Whether values of that kind are words, among which a name can be found; a number is no name by chance. */
    static boolean mayStandIn(Vr vr) {
        return switch (vr) {
            case AE, CS, LO, LT, PN, SH, ST, UC, UR, UT -> true;
            default -> false;
        };
    }

    /** Whether {@code text} repeats one of them, as a word or words of its own. */
    boolean areIn(String text) {
        return isAny(phrases, text);
    }

    /** Those that are not part of {@code said}, which stands in the copy on purpose. */
    void forget(String said) {
        phrases.removeIf(p -> isAny(Set.of(p), said));
    }

    private static boolean isAny(Collection<String> phrases, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            for (int at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
                int end = at + phrase.length();
                boolean starts = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
                boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
                if (starts && ends) {
                    return true;
                }
            }
        }
        return false;
    }
}

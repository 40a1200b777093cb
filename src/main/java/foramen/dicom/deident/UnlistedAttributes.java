package foramen.dicom.deident;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What becomes of attributes for which the profile has no row. The standard lets them stay; here they stay only where
 * they describe the image, and hold what their representation promises (engineering defaults).
 */
final class UnlistedAttributes {
    /** Groups of the image, its making and its presentation; others are about people, orders, goods and networks. */
    private static final Set<Integer> GROUPS = Set.of(0x0008, 0x0018, 0x0020, 0x0022, 0x0028, 0x0040, 0x0048, 0x0052,
            0x0054, 0x0062, 0x0066, 0x0070, 0x0088, 0x2050, 0x5200, 0x7FE0);
    /** UIDs of the standard or of coding schemes, which say what, not who. */
    private static final Set<Integer> CLASSES = Set.of(Tag.SOP_CLASS_UID, Tag.of(0x0008, 0x001A),
            Tag.of(0x0008, 0x001B), Tag.of(0x0008, 0x0062), Tag.of(0x0008, 0x010C), Tag.of(0x0008, 0x010D),
            Tag.of(0x0008, 0x0117), Tag.of(0x0008, 0x0118), Tag.of(0x0008, 0x1150), Tag.of(0x0008, 0x115A),
            Tag.of(0x0008, 0x3002), Tag.of(0x0008, 0x040E));
    /** Codes that do not fit the usual attributes. */
    private static final Set<Integer> LONG_CODES = Set.of(Tag.of(0x0008, 0x0119), Tag.of(0x0008, 0x0120));
    private static final int ICC_PROFILE = Tag.of(0x0028, 0x2000);

    /** Lenient: files of the wild write numbers and codes in many ways, but none of them is a sentence. */
    private static final Map<Vr, Pattern> FORMS = new EnumMap<>(Map.of(Vr.CS, Pattern.compile("[\\w ./+-]{0,32}"),
            Vr.DS, Pattern.compile("[-+0-9.,eE ]{0,40}"), Vr.IS, Pattern.compile("[-+0-9.,eE ]{0,40}"), Vr.AS,
            Pattern.compile("\\d{0,3}[DWMYdwmy]?"), Vr.TM, Pattern.compile("[0-9:.]{0,16}"), Vr.DA,
            Pattern.compile("[0-9.-]{0,10}"), Vr.DT, Pattern.compile("[0-9.+-]{0,26}"), Vr.UI,
            Pattern.compile("[0-9.]{0,64}")));

    private UnlistedAttributes() {}

    /** Why an element may not stay as it is; empty where it may. Sequences are judged by their group alone. */
    static Optional<Reason> objection(DataElement element, DataSet set) {
        int tag = element.tag();
        Optional<DataDictionary.Entry> entry = DataDictionary.standard().find(tag);
        if (entry.isEmpty() || !GROUPS.contains(Tag.group(tag))) {
            return Optional.of(Reason.UNKNOWN);
        }
        if (element instanceof DataElement.Sequence) {
            return entry.get().vr().equals("SQ") ? Optional.empty() : Optional.of(Reason.DISGUISED);
        }
        if (!(element instanceof DataElement.Value value) || Tag.group(tag) == 0x7FE0) {
            return Optional.of(Reason.OPAQUE);
        }
        return fits(value, set, entry.get()) ? kind(value, entry.get()) : Optional.of(Reason.DISGUISED);
    }

    /** By what the standard says that it is, whatever the file says. */
    private static Optional<Reason> kind(DataElement.Value value, DataDictionary.Entry entry) {
        boolean table = Tag.group(value.tag()) == 0x0028 && value.tag() != ICC_PROFILE;
        return switch (declared(value, entry)) {
            case PN, AE, ST, LT, UT, DA, DT, TM -> Optional.of(Reason.FREE_TEXT);
            case UC, UR -> LONG_CODES.contains(value.tag()) ? Optional.empty() : Optional.of(Reason.FREE_TEXT);
            case OB, OW, OL, OV, OD, OF, UN -> table ? Optional.empty() : Optional.of(Reason.OPAQUE);
            default -> Optional.empty();
        };
    }

    /** The representation of the standard, or that of the file where the standard leaves a choice. */
    static Vr declared(DataElement element, DataDictionary.Entry entry) {
        List<String> allowed = List.of(entry.vr().split(" or ", -1));
        return allowed.size() > 1 && allowed.contains(element.vr().name())
                ? element.vr()
                : DataDictionary.standard().implicitVr(element.tag(), false);
    }

    /** Whether a value is what the standard and the file say it is. */
    static boolean fits(DataElement.Value value, DataSet set, DataDictionary.Entry entry) {
        Vr standard = declared(value, entry);
        Vr stated = value.vr() == Vr.UN ? standard : value.vr();
        if (value.length() == 0) {
            return true;
        }
        if (standard.isText() != stated.isText()) {
            return false;
        }
        Pattern form = FORMS.get(standard);
        return form == null || set.strings(value.tag()).stream().allMatch(v -> form.matcher(v).matches());
    }

    /** Whether a UID at {@code tag} says what something is, not which one. */
    static boolean isClass(int tag) {
        return CLASSES.contains(tag);
    }
}

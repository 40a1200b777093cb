package foramen.dicom.io;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.SpecificCharacterSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a value that Foramen itself writes must look like (PS3.5 table 6.2-1), padding aside. */
final class ValueRules {
    private static final Map<Vr, Pattern> FORMS = new EnumMap<>(Map.of(Vr.AE, Pattern.compile("[\\x20-\\x7E]{0,16}"),
            Vr.AS, Pattern.compile("(\\d{3}[DWMY])?"), Vr.CS, Pattern.compile("[A-Z0-9 _]{0,16}"), Vr.DA,
            Pattern.compile("(\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))?"), Vr.DS,
            Pattern.compile("( *[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)? *)?"), Vr.DT,
            Pattern.compile("(\\d{4}(\\d\\d){0,5}(\\.\\d{1,6})?([+-]\\d{4})?)?"), Vr.IS,
            Pattern.compile(" *([+-]?\\d+)? *"), Vr.TM, Pattern.compile("(\\d\\d(\\d\\d(\\d\\d(\\.\\d{1,6})?)?)?)?"),
            Vr.UR, Pattern.compile("\\S*")));
    /** The most characters of one value, or of one component group of a name. */
    private static final Map<Vr, Integer> LONGEST = new EnumMap<>(Map.of(Vr.DS, 16, Vr.IS, 12, Vr.LO, 64, Vr.LT, 10240,
            Vr.PN, 64, Vr.SH, 16, Vr.ST, 1024));

    private ValueRules() {}

    /** Holds all values of {@code data} to the rules. */
    static void check(DataSet data) throws DicomException {
        for (DataElement e : data.elements()) {
            switch (e) {
                case DataElement.Value v -> check(v, data.charset());
                case DataElement.Sequence s -> {
                    for (DataSet item : s.items()) {
                        check(item);
                    }
                }
                case DataElement.Fragments f -> require(f.vr() == Vr.OB || f.vr() == Vr.OW, f, "is in fragments");
                case DataElement.Bulk b -> require(b.length() >= 0, b, "has a negative length");
            }
        }
    }

    private static void check(DataElement.Value value, SpecificCharacterSet charset) throws DicomException {
        Vr vr = value.vr();
        require(vr != Vr.SQ, value, "is a sequence without items");
        int unit = vr == Vr.AT ? 4 : vr.unit();
        require(value.length() % unit == 0, value, "is not made of whole values of " + unit + " bytes");
        // Long vectors of numbers and long texts become UN (PS3.5 section 6.2.2 note 2); others that long are mistakes.
        require(vr.hasLongForm() || value.length() <= ElementWriter.MOST_SHORT || vr == Vr.DS || vr == Vr.LT,
                value, "has " + value.length() + " bytes, more than its header can say");
        if (vr.isText()) {
            text(value, vr.usesCharacterSet() ? charset : SpecificCharacterSet.ASCII);
        }
    }

    private static void text(DataElement.Value value, SpecificCharacterSet charset) throws DicomException {
        Vr vr = value.vr();
        SpecificCharacterSet.Text decoded = charset.decode(value.bytes(), vr);
        require(!decoded.suspect(), value, "does not fit its character set " + charset);
        for (String part : vr.isMultiValued() ? decoded.text().split("\\\\", -1) : new String[]{decoded.text()}) {
            String plain = unpadded(part, vr);
            require(vr != Vr.UI || plain.isEmpty() || Uid.isValid(plain), value, "is no unique identifier: " + plain);
            Pattern form = FORMS.get(vr);
            require(form == null || form.matcher(plain).matches(), value, "is no " + vr + ": \"" + plain + "\"");
            length(value, plain);
        }
    }

    private static void length(DataElement.Value value, String text) throws DicomException {
        Integer most = LONGEST.get(value.vr());
        if (most == null) {
            return;
        }
        String[] groups = value.vr() == Vr.PN ? text.split("=", -1) : new String[]{text};
        require(value.vr() != Vr.PN || groups.length <= 3, value, "has more than three component groups");
        for (String group : groups) {
            int length = group.codePointCount(0, group.length());
            require(length <= most, value, "has " + length + " characters where " + most + " are allowed");
        }
    }

    private static String unpadded(String text, Vr vr) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) == (vr == Vr.UI ? '\0' : ' ')) {
            to--;
        }
        return text.substring(0, to);
    }

    private static void require(boolean right, DataElement e, String wrong) throws DicomException {
        if (!right) {
            throw new DicomException(Tag.format(e.tag()) + " of type " + e.vr() + " cannot be written: it " + wrong,
                    DicomException.NOWHERE);
        }
    }
}

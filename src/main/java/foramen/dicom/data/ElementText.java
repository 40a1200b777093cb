package foramen.dicom.data;

import java.util.ArrayList;
import java.util.List;

/** Texts of an element, freed from padding. */
final class ElementText {
    /** More values than that are not read: a Frame Time Vector has 100,000 at most (engineering default). */
    static final int MOST_VALUES = 200_000;

    private ElementText() {}

    static List<String> strings(DataElement.Value value, SpecificCharacterSet charset) {
        Vr vr = value.vr() == Vr.UN ? DataDictionary.standard().implicitVr(value.tag(), false) : value.vr();
        if (!vr.isText()) {
            return vr == Vr.UN || vr == Vr.OB
                    ? split(SpecificCharacterSet.ASCII.decode(value.bytes()).text(), true)
                    : ElementNumbers.texts(value, vr);
        }
        SpecificCharacterSet set = vr.usesCharacterSet() ? charset : SpecificCharacterSet.ASCII;
        return split(set.decode(value.bytes(), vr).text(), vr.isMultiValued());
    }

    private static List<String> split(String text, boolean multiValued) {
        List<String> parts = new ArrayList<>();
        for (String part : multiValued ? text.split("\\\\", MOST_VALUES + 1) : new String[]{text}) {
            if (parts.size() < MOST_VALUES) {
                parts.add(trim(part));
            }
        }
        return List.copyOf(parts);
    }

    /** Without NULs and spaces at either end. */
    private static String trim(String s) {
        int from = 0;
        int to = s.length();
        while (from < to && s.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && s.charAt(to - 1) <= ' ') {
            to--;
        }
        return s.substring(from, to);
    }
}

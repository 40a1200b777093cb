package foramen.dicom.data;

import java.util.ArrayList;
import java.util.List;

/** Texts of an element, freed from padding. */
final class ElementText {
    private ElementText() {}

    static List<String> strings(DataElement.Value value, SpecificCharacterSet charset) {
        Vr vr = value.vr() == Vr.UN ? DataDictionary.standard().implicitVr(value.tag(), false) : value.vr();
        if (!vr.isText()) {
            return vr == Vr.UN || vr == Vr.OB
                    ? split(SpecificCharacterSet.ASCII.decode(value.bytes()).text(), true)
                    : ElementNumbers.reals(value, charset).stream().map(ElementText::plain).toList();
        }
        SpecificCharacterSet set = vr.usesCharacterSet() ? charset : SpecificCharacterSet.ASCII;
        return split(set.decode(value.bytes()).text(), vr.isMultiValued());
    }

    private static String plain(double d) {
        return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
    }

    private static List<String> split(String text, boolean multiValued) {
        List<String> parts = new ArrayList<>();
        for (String part : multiValued ? text.split("\\\\", -1) : new String[]{text}) {
            parts.add(trim(part));
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

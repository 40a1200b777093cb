package foramen.dicom.deident;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.util.List;

/** Values that say nothing and yet are what their representation asks for (DICOM PS3.15 E.3.1, action D). */
final class DummyValues {
    private static final String TEXT = "REMOVED";
    private static final String SCHEME = "99FORAMEN";
    private static final String ADDRESS = "about:blank";

    /** All words that dummies consist of. */
    static final String WORDS = TEXT + " " + SCHEME + " " + ADDRESS;

    private DummyValues() {}

    /** An element that says nothing. */
    static DataElement of(int tag, Vr vr) {
        DataSetBuilder b = DataSet.builder();
        switch (vr) {
            case DA -> b.text(tag, vr, "19000101");
            case DT -> b.text(tag, vr, "19000101000000");
            case TM -> b.text(tag, vr, "000000");
            case AS -> b.text(tag, vr, "000Y");
            case DS, IS -> b.text(tag, vr, "0");
            case UI -> b.text(tag, vr, "2.25.0");
            case UR -> b.text(tag, vr, ADDRESS);
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> b.text(tag, vr, TEXT);
            case FL, FD -> b.real(tag, vr, 0);
            case SQ -> b.sequence(tag, List.of(code()));
            default -> b.bytes(tag, vr, new byte[Math.max(2, vr == Vr.AT ? 4 : vr.unit())]);
        }
        return b.build().element(tag).orElseThrow();
    }

    /** An item of any sequence that says nothing: a code of nobody's. */
    private static DataSet code() {
        return DataSet.builder().text(Tag.CODE_VALUE, Vr.SH, TEXT).text(Tag.CODING_SCHEME, Vr.SH, SCHEME)
                .text(Tag.CODE_MEANING, Vr.LO, TEXT).build();
    }
}

package foramen.dicom.deident;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.write.InputProfile;
import foramen.domain.deident.Action;
import java.util.EnumSet;
import java.util.Set;

/** What stands round the drawings of an object: identification, display and modules that all objects have. */
final class DrawingFrame {
    /** Words that say what made the object or what a code is; the table and the search for names judged them. */
    private static final Set<Integer> WORDS = Set.of(Tag.MANUFACTURER, Tag.MODEL_NAME, Tag.SOFTWARE_VERSIONS,
            Tag.CODE_VALUE, Tag.CODING_SCHEME, Tag.CODE_MEANING);
    private static final Set<Vr> FREE = EnumSet.of(Vr.LO, Vr.SH, Vr.UC, Vr.LT, Vr.ST, Vr.UT, Vr.UR);
    private static final Set<String> RESCALE_TYPES = Set.of("US", "HU", "OD");
    private static final String OURS = "FORAMEN";

    private DrawingFrame() {}

    /** {@code clean} without the free words for which the table has no row. */
    static DataSet strict(DataSet clean, AttributeCleaner notes) {
        DataSetBuilder kept = DataSet.builder(clean.charset());
        for (DataElement e : clean.elements()) {
            boolean listed = ConfidentialityProfile.standard().row(e.tag()).isPresent();
            if (e instanceof DataElement.Sequence s) {
                kept.sequence(s.tag(), s.items().stream().map(i -> strict(i, notes)).toList());
            } else if (listed || WORDS.contains(e.tag()) || !FREE.contains(e.vr())) {
                kept.put(e);
            } else {
                notes.note(e.tag(), Action.REMOVE, Reason.FREE_TEXT);
            }
        }
        return kept.build();
    }

    /** {@code copy} with what its kind of object has to have and what cannot be taken from {@code source} as it is. */
    static DataSet completed(DataSetBuilder copy, DataSet source) {
        if (source.contains(PresentationTag.CONTENT_LABEL)) {
            copy.text(PresentationTag.CONTENT_LABEL, Vr.CS,
                    source.text(PresentationTag.CONTENT_LABEL).equals(OURS) ? OURS : "REMOVED");
        }
        copy.text(PresentationTag.CONTENT_DESCRIPTION, Vr.LO, "");
        if (source.contains(PresentationTag.RESCALE_TYPE)) {
            String type = source.text(PresentationTag.RESCALE_TYPE);
            copy.text(PresentationTag.RESCALE_TYPE, Vr.LO, RESCALE_TYPES.contains(type) ? type : "US");
        }
        if (source.text(Tag.SOP_CLASS_UID).equals(Uid.COLOR_PRESENTATION_STATE)) {
            copy.bytes(PresentationTag.ICC_PROFILE, Vr.OB, InputProfile.sRgb()).text(PresentationTag.COLOR_SPACE,
                    Vr.CS, "SRGB");
        }
        return copy.build();
    }
}

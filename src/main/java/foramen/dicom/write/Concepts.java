package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.sr.CodeItems;
import foramen.dicom.sr.Codes;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import java.util.List;
import java.util.Optional;

/**
 * Structures and sides as coded entries (PS3.3 section 8.8). A structure without a verified code gets one of Foramen's
 * own scheme, never a code that might mean something else.
 */
public final class Concepts {
    /** Coding Scheme Designator (0008,0102) of Foramen's own codes; the prefix 99 marks a private scheme. */
    public static final String OWN_SCHEME = Codes.OWN_SCHEME;

    static final Code ANATOMY = Codes.ANATOMICAL_STRUCTURE;
    static final Code NEEDLE = Codes.NEEDLE;
    private static final int CODING_SCHEME_IDENTIFICATION = 0x00080110;
    private static final int CODING_SCHEME_NAME = 0x00080115;

    private Concepts() {}

    /** What kind of thing {@code s} is (CID 7150). */
    public static Code category(Structure s) {
        return s.kind() == Structure.Kind.CALCIFICATION ? Codes.ABNORMAL_STRUCTURE : ANATOMY;
    }

    /** The most exact code of {@code s} on {@code side}. */
    public static Code type(Structure s, Laterality side) {
        return s.code(side).or(() -> s.kind() == Structure.Kind.CALCIFICATION
                ? Optional.of(Codes.CALCIFICATION)
                : Optional.empty()).orElseGet(() -> new Code(OWN_SCHEME, s.id(), s.name()));
    }

    /** Whether {@link #type} already says the side. */
    public static boolean saysSide(Structure s, Laterality side) {
        Optional<Code> sided = side == Laterality.LEFT
                ? s.left()
                : side == Laterality.RIGHT
                        ? s.right()
                        : Optional.empty();
        return sided.isPresent();
    }

    /** The side as a code (CID 244); none where it is not set. */
    public static Optional<Code> side(Laterality side) {
        return Codes.side(side);
    }

    /** An item of a code sequence. */
    public static DataSet item(Code code) {
        return CodeItems.item(code);
    }

    /** An item of a code sequence, open for more. */
    static DataSetBuilder code(Code code) {
        return CodeItems.item(code).toBuilder();
    }

    /** Says what Foramen's own scheme is (Coding Scheme Identification Sequence, PS3.3 C.12.1). */
    public static void identifyOwnScheme(DataSetBuilder data) {
        data.sequence(CODING_SCHEME_IDENTIFICATION, List.of(DataSet.builder()
                .text(Tag.CODING_SCHEME, Vr.SH, OWN_SCHEME)
                .text(CODING_SCHEME_NAME, Vr.ST, "Structures of Foramen that no standard scheme names").build()));
    }
}

package foramen.dicom.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The value representations of DICOM PS3.5 table 6.2-1. */
public enum Vr {
    AE(Kind.ASCII, 1, false), AS(Kind.ASCII, 1, false), AT(Kind.BINARY, 2, false), CS(Kind.ASCII, 1, false), DA(
            Kind.ASCII, 1,
            false), DS(Kind.ASCII, 1, false), DT(Kind.ASCII, 1, false), FL(Kind.BINARY, 4, false), FD(Kind.BINARY, 8,
                    false), IS(Kind.ASCII, 1, false), LO(Kind.TEXT, 1, false), LT(Kind.TEXT, 1, false), OB(Kind.BINARY,
                            1, true), OD(Kind.BINARY, 8, true), OF(Kind.BINARY, 4, true), OL(Kind.BINARY, 4, true), OV(
                                    Kind.BINARY, 8,
                                    true), OW(Kind.BINARY, 2, true), PN(Kind.TEXT, 1, false), SH(Kind.TEXT, 1,
                                            false), SL(Kind.BINARY, 4, false), SQ(Kind.SEQUENCE, 1, true), SS(
                                                    Kind.BINARY, 2, false), ST(Kind.TEXT, 1, false), SV(Kind.BINARY, 8,
                                                            true), TM(Kind.ASCII, 1, false), UC(Kind.TEXT, 1, true), UI(
                                                                    Kind.ASCII, 1,
                                                                    false), UL(Kind.BINARY, 4, false), UN(Kind.BINARY,
                                                                            1, true), UR(Kind.ASCII, 1, true), US(
                                                                                    Kind.BINARY, 2,
                                                                                    false), UT(Kind.TEXT, 1, true), UV(
                                                                                            Kind.BINARY, 8, true);

    private enum Kind {
        ASCII, TEXT, BINARY, SEQUENCE
    }

    private static final Map<String, Vr> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Vr::name, Function.identity()));

    private final Kind kind;
    private final int unit;
    private final boolean longForm;

    Vr(Kind kind, int unit, boolean longForm) {
        this.kind = kind;
        this.unit = unit;
        this.longForm = longForm;
    }

    /** The representation that two bytes of an explicit header name, if they name one. */
    public static Optional<Vr> of(int first, int second) {
        return of("" + (char) (first & 0xFF) + (char) (second & 0xFF));
    }

    /** The representation called {@code name}, if there is one. */
    public static Optional<Vr> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether an explicit header carries two reserved bytes and a 32-bit length (PS3.5 section 7.1.2). */
    public boolean hasLongForm() {
        return longForm;
    }

    /** The size in bytes of the pieces that byte order turns round. */
    public int unit() {
        return unit;
    }

    /** Whether the value is characters. */
    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.TEXT;
    }

    /** Whether Specific Character Set governs the value (PS3.5 section 6.1.2.3). */
    public boolean usesCharacterSet() {
        return kind == Kind.TEXT;
    }

    /** Whether a backslash separates values; in long texts it is a character like any other. */
    public boolean isMultiValued() {
        return isText() && this != ST && this != LT && this != UT && this != UR;
    }

    /** The byte that fills a value to even length: NUL for UIDs and binary values, else a space (PS3.5 section 6.2). */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }
}

package foramen.dicom.data;

import java.util.Arrays;
import java.util.Optional;

/** The transfer syntaxes that Foramen knows by name (DICOM PS3.6 table A-1). */
public enum TransferSyntax {
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian", Pixels.NATIVE), //
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Pixels.NATIVE), //
    ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed", Pixels.UNCOMPRESSED), //
    DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Pixels.NATIVE), //
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Pixels.NATIVE), //
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline", Pixels.JPEG), //
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended", Pixels.JPEG), //
    JPEG_SPECTRAL("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Process 6 & 8", Pixels.JPEG), //
    JPEG_PROGRESSIVE("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Process 10 & 12", Pixels.JPEG), //
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless", Pixels.JPEG), //
    JPEG_EXTENDED_3_5("1.2.840.10008.1.2.4.52", "JPEG Extended, arithmetic (Process 3 & 5)", Pixels.JPEG), //
    JPEG_SPECTRAL_7_9("1.2.840.10008.1.2.4.54", "JPEG Spectral Selection, arithmetic (Process 7 & 9)", Pixels.JPEG), //
    JPEG_PROGRESSIVE_11_13("1.2.840.10008.1.2.4.56", "JPEG Full Progression, arithmetic (Process 11 & 13)",
            Pixels.JPEG), //
    JPEG_LOSSLESS_15("1.2.840.10008.1.2.4.58", "JPEG Lossless, arithmetic (Process 15)", Pixels.JPEG), //
    JPEG_HIERARCHICAL_16_18("1.2.840.10008.1.2.4.59", "JPEG Extended, Hierarchical (Process 16 & 18)", Pixels.JPEG), //
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless, first-order prediction", Pixels.JPEG), //
    JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Pixels.JPEG), //
    JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless", Pixels.JPEG), //
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Pixels.JPEG), //
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Pixels.JPEG), //
    JPEG_2000_PART2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless", Pixels.OTHER), //
    JPEG_2000_PART2("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2", Pixels.OTHER), //
    MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG-2 Main Level", Pixels.VIDEO), //
    MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG-2 High Level", Pixels.VIDEO), //
    H264_41("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile 4.1", Pixels.VIDEO), //
    H264_41_BD("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible 4.1", Pixels.VIDEO), //
    H264_42_2D("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile 4.2 for 2-D video", Pixels.VIDEO), //
    H264_42_3D("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile 4.2 for 3-D video", Pixels.VIDEO), //
    H264_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile", Pixels.VIDEO), //
    HEVC_MAIN("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile 5.1", Pixels.VIDEO), //
    HEVC_MAIN10("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile 5.1", Pixels.VIDEO), //
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", Pixels.OTHER), //
    JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", Pixels.OTHER), //
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL", Pixels.OTHER), //
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Pixels.JPEG), //
    HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL", Pixels.JPEG), //
    HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Pixels.JPEG), //
    RLE("1.2.840.10008.1.2.5", "RLE Lossless", Pixels.RLE), //
    DEFLATED_FRAME("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", Pixels.DEFLATED), //
    JPIP("1.2.840.10008.1.2.4.94", "JPIP Referenced, whose pixels lie on a server", Pixels.OTHER), //
    JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate, whose pixels lie on a server", Pixels.OTHER);

    /** How the frames of a syntax are packed. */
    public enum Pixels {
        /** One run of samples. */
        NATIVE,
        /** Samples in fragments. */
        UNCOMPRESSED,
        /** RLE of PS3.5 annex G. */
        RLE,
        /** Pictures of the JPEG families: JPEG lossy or lossless, JPEG-LS, JPEG 2000; each says itself which. */
        JPEG,
        /** Samples deflated frame by frame (PS3.5 annex A.4.13). */
        DEFLATED,
        /** A film of its own, MPEG-2, H.264 or HEVC, cut into fragments anywhere. */
        VIDEO,
        /** Compressed in a way that Foramen cannot decode yet. */
        OTHER
    }

    private final String uid;
    private final String title;
    private final Pixels pixels;

    TransferSyntax(String uid, String title, Pixels pixels) {
        this.uid = uid;
        this.title = title;
        this.pixels = pixels;
    }

    /** The syntax called {@code uid}; the fragmentable video forms {@code .1} count as their plain ones. */
    public static Optional<TransferSyntax> of(String uid) {
        String plain = uid.matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10\\d\\.1")
                ? uid.substring(0, uid.length() - 2)
                : uid;
        return Arrays.stream(values()).filter(s -> s.uid.equals(plain)).findFirst();
    }

    /** The UID. */
    public String uid() {
        return uid;
    }

    /** The name in words. */
    public String title() {
        return title;
    }

    /** How the frames are packed. */
    public Pixels pixels() {
        return pixels;
    }

    /** Whether elements name their value representation. */
    public boolean isExplicit() {
        return this != IMPLICIT_LITTLE_ENDIAN;
    }

    /** Whether numbers start with their highest byte. */
    public boolean isBigEndian() {
        return this == EXPLICIT_BIG_ENDIAN;
    }

    /** Whether pixel data lies in fragments. */
    public boolean isEncapsulated() {
        return pixels != Pixels.NATIVE;
    }

    /** Whether pixels always lose something on their way into this syntax; others may carry pixels that lost before. */
    public boolean isAlwaysLossy() {
        return switch (this) {
            case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL, JPEG_PROGRESSIVE, JPEG_EXTENDED_3_5, JPEG_SPECTRAL_7_9,
                    JPEG_PROGRESSIVE_11_13, JPEG_HIERARCHICAL_16_18, JPEG_LS_NEAR ->
                true;
            default -> pixels == Pixels.VIDEO;
        };
    }
}

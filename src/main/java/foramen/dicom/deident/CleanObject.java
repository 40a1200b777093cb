package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.pixel.FrameDecoder;
import foramen.dicom.write.LossyHistory;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a copy says of itself: that and how it was de-identified (PS3.15 E.1.1, PS3.3 C.12.1.1.1 and C.7.1.1). */
final class CleanObject {
    static final int IDENTITY_REMOVED = Tag.of(0x0012, 0x0062);
    static final int METHOD = Tag.of(0x0012, 0x0063);
    static final int METHOD_CODES = Tag.of(0x0012, 0x0064);
    static final int LONGITUDINAL = Tag.of(0x0028, 0x0303);
    private static final int SMALLEST = Tag.of(0x0028, 0x0106);
    private static final int PIXEL_DATA_QUALITY = Tag.of(0x0028, 0x010B);
    private static final int METHOD_LENGTH = 64;

    private static final Map<TransferSyntax, String> LOSSY = Map.ofEntries(
            Map.entry(TransferSyntax.JPEG_BASELINE, "ISO_10918_1"),
            Map.entry(TransferSyntax.JPEG_EXTENDED, "ISO_10918_1"),
            Map.entry(TransferSyntax.JPEG_SPECTRAL, "ISO_10918_1"),
            Map.entry(TransferSyntax.JPEG_PROGRESSIVE, "ISO_10918_1"),
            Map.entry(TransferSyntax.JPEG_EXTENDED_3_5, "ISO_10918_1"),
            Map.entry(TransferSyntax.JPEG_LS_NEAR, "ISO_14495_1"), Map.entry(TransferSyntax.JPEG_2000, "ISO_15444_1"),
            Map.entry(TransferSyntax.HTJ2K, "ISO_15444_15"), Map.entry(TransferSyntax.MPEG2_MAIN, "ISO_13818_2"),
            Map.entry(TransferSyntax.MPEG2_HIGH, "ISO_13818_2"), Map.entry(TransferSyntax.H264_41, "ISO_14496_10"),
            Map.entry(TransferSyntax.H264_41_BD, "ISO_14496_10"),
            Map.entry(TransferSyntax.H264_42_2D, "ISO_14496_10"), Map.entry(TransferSyntax.H264_42_3D, "ISO_14496_10"),
            Map.entry(TransferSyntax.H264_STEREO, "ISO_14496_10"), Map.entry(TransferSyntax.HEVC_MAIN, "ISO_23008_2"),
            Map.entry(TransferSyntax.HEVC_MAIN10, "ISO_23008_2"));

    private CleanObject() {}

    /** Puts the statements into {@code copy}. */
    static void describe(DataSetBuilder copy, Deidentification how, PixelPlan pixels) {
        List<DataSet> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        List<String> words = new ArrayList<>(List.of(how.product(), "PS3.15 Basic Profile 2024e"));
        if (pixels.kind() == PixelVerdict.MASKED) {
            codes.add(code("113101", "Clean Pixel Data Option"));
            words.add("Clean Pixel Data Option");
        }
        if (pixels.kind() == PixelVerdict.DRAWINGS) {
            codes.add(code("113103", "Clean Graphics Option"));
            words.add("Clean Graphics Option");
        }
        for (DeidentOption option : how.options()) {
            codes.add(code(option.code(), option.meaning()));
            words.add(option.meaning());
        }
        if (pixels.kind() == PixelVerdict.DECLARED) {
            words.add("Operator declares no burned-in text");
        }
        copy.text(IDENTITY_REMOVED, Vr.CS, "YES")
                .text(METHOD, Vr.LO, words.stream().map(w -> w.substring(0, Math.min(METHOD_LENGTH, w.length())))
                        .toArray(String[]::new))
                .sequence(METHOD_CODES, codes)
                .text(LONGITUDINAL, Vr.CS,
                        how.options().contains(DeidentOption.DATES_SHIFTED) ? "MODIFIED" : "REMOVED");
        if (pixels.kind() != PixelVerdict.DRAWINGS) {
            copy.text(Tag.BURNED_IN_ANNOTATION, Vr.CS, pixels.isClean() ? "NO" : "YES");
        }
    }

    private static DataSet code(String value, String meaning) {
        return DataSet.builder().text(Tag.CODE_VALUE, Vr.SH, value).text(Tag.CODING_SCHEME, Vr.SH, "DCM")
                .text(Tag.CODE_MEANING, Vr.LO, meaning).build();
    }

    /** What follows from storing the frames anew: their number, their history and what is no original any more. */
    static void store(DataSetBuilder copy, OpenSource source, PixelPlan pixels) {
        DataSet data = source.data();
        FrameDecoder frames = source.frames();
        if (frames.frames() > 1 || data.contains(Tag.NUMBER_OF_FRAMES)) {
            copy.text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames.frames()));
        }
        history(source).write(copy);
        boolean changed = pixels.mask().isPresent();
        List<String> type = new ArrayList<>(data.strings(Tag.IMAGE_TYPE));
        if (changed && !type.isEmpty()) {
            // Changed pixels make a derived image (PS3.3 C.7.6.1.1.2).
            type.set(0, "DERIVED");
            copy.text(Tag.IMAGE_TYPE, Vr.CS, type.toArray(String[]::new));
        }
    }

    /** The elements that hold no longer once frames are stored anew. */
    static Set<Integer> outdated() {
        return Set.of(SMALLEST, SMALLEST + 1, SMALLEST + 2, SMALLEST + 3, PIXEL_DATA_QUALITY,
                Tag.EXTENDED_OFFSET_TABLE, Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
    }

    private static LossyHistory history(OpenSource source) {
        DataSet data = source.data();
        Optional<String> method = source.file().transferSyntax().flatMap(t -> Optional.ofNullable(LOSSY.get(t)));
        // JPEG 2000 of this syntax may be without loss, and then the file says so.
        boolean said = data.text(Tag.LOSSY_IMAGE_COMPRESSION).equals("00")
                && source.file().transferSyntax().filter(t -> t == TransferSyntax.JPEG_2000
                        || t == TransferSyntax.HTJ2K).isPresent();
        LossyHistory history = LossyHistory.of(data, method.isPresent() && !said);
        boolean complete = method.isEmpty() || said || history.methods().contains(method.get());
        if (complete || !(source.file().pixels().orElseThrow() instanceof PixelDataLocation.Encapsulated e)) {
            return history;
        }
        long packed = 0;
        for (int i = 0; i < e.fragments(); i++) {
            packed += e.length(i);
        }
        long plain = (long) source.frames().columns() * source.frames().rows() * source.frames().frames()
                * data.integer(Tag.SAMPLES_PER_PIXEL, 1) * Math.max(1, data.integer(Tag.BITS_ALLOCATED, 8) / 8);
        return history.then(plain, packed, method.get());
    }
}

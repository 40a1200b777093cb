package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The lossy compressions that pixels have been through, which stays with them whatever becomes of them later (DICOM
 * PS3.3 C.7.6.1.1.5).
 *
 * @param lossy whether there was any
 * @param ratios Lossy Image Compression Ratio of each, in order
 * @param methods Lossy Image Compression Method of each, in order
 */
public record LossyHistory(boolean lossy, List<String> ratios, List<String> methods) {
    /** Pixels that never lost anything. */
    public static final LossyHistory NONE = new LossyHistory(false, List.of(), List.of());

    /** Copies the lists. */
    public LossyHistory {
        ratios = List.copyOf(ratios);
        methods = List.copyOf(methods);
    }

    /**
     * What a file says of its pixels.
     *
     * @param compressedLossily whether its transfer syntax itself is lossy, which it may fail to mention
     */
    public static LossyHistory of(DataSet data, boolean compressedLossily) {
        boolean said = data.text(Tag.LOSSY_IMAGE_COMPRESSION).equals("01");
        return said || compressedLossily
                ? new LossyHistory(true, data.strings(Tag.LOSSY_RATIO), data.strings(Tag.LOSSY_METHOD))
                : NONE;
    }

    /** With one more compression; {@code method} is a defined term such as {@code ISO_10918_1}. */
    public LossyHistory then(long plainBytes, long packedBytes, String method) {
        List<String> r = new ArrayList<>(ratios);
        List<String> m = new ArrayList<>(methods);
        r.add(new BigDecimal(plainBytes).divide(new BigDecimal(Math.max(1, packedBytes)), new MathContext(4))
                .toPlainString());
        m.add(method);
        return new LossyHistory(true, r, m);
    }

    /** Writes the three attributes. */
    public void write(DataSetBuilder data) {
        data.text(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, lossy ? "01" : "00");
        if (!ratios.isEmpty()) {
            data.text(Tag.LOSSY_RATIO, Vr.DS, ratios.toArray(String[]::new));
        }
        if (!methods.isEmpty()) {
            data.text(Tag.LOSSY_METHOD, Vr.CS, methods.toArray(String[]::new));
        }
    }
}

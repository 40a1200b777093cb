package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import java.util.List;

/** How grey values become brightness, carried from the clip into its presentation state (PS3.3 C.11.1, C.11.6, C.11.8). */
final class GreyPipeline {
    private static final int[] MODALITY = {Tag.RESCALE_INTERCEPT, Tag.RESCALE_SLOPE, PresentationTag.RESCALE_TYPE};
    private static final int[] WINDOW = {Tag.WINDOW_CENTER, Tag.WINDOW_WIDTH, 0x00281055, Tag.VOI_LUT_FUNCTION};

    private GreyPipeline() {}

    static void write(DataSetBuilder data, DataSet source) {
        modality(data, source);
        DataSetBuilder voi = DataSet.builder();
        if (!source.items(Tag.VOI_LUT_SEQUENCE).isEmpty() && source.real(Tag.WINDOW_WIDTH).isEmpty()) {
            copy(voi, source, Tag.VOI_LUT_SEQUENCE);
        } else if (source.real(Tag.WINDOW_WIDTH).orElse(0) > 0 && source.real(Tag.WINDOW_CENTER).isPresent()) {
            copy(voi, source, WINDOW);
        } else if (source.integer(Tag.BITS_STORED, 8) == 8 && !source.contains(Tag.RESCALE_SLOPE)) {
            // What the screen shows where the file names no window: every value as it is.
            voi.text(Tag.WINDOW_CENTER, Vr.DS, "128").text(Tag.WINDOW_WIDTH, Vr.DS, "256");
        }
        if (!voi.build().isEmpty()) {
            data.sequence(PresentationTag.SOFTCOPY_VOI_LUT_SEQUENCE, List.of(voi.build()));
        }
        boolean inverse = source.text(Tag.PHOTOMETRIC_INTERPRETATION).equals("MONOCHROME1")
                || source.text(Tag.PRESENTATION_LUT_SHAPE).equals("INVERSE");
        data.text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, inverse ? "INVERSE" : "IDENTITY");
    }

    private static void modality(DataSetBuilder data, DataSet source) {
        if (!source.items(Tag.MODALITY_LUT_SEQUENCE).isEmpty()) {
            copy(data, source, Tag.MODALITY_LUT_SEQUENCE);
        } else if (source.contains(Tag.RESCALE_SLOPE)) {
            copy(data, source, MODALITY);
            if (!data.contains(PresentationTag.RESCALE_TYPE)) {
                data.text(PresentationTag.RESCALE_TYPE, Vr.LO, "US");
            }
        }
    }

    private static void copy(DataSetBuilder to, DataSet from, int... tags) {
        for (int tag : tags) {
            from.element(tag).filter(e -> DicomWriter.isLegal(DataSet.builder(from.charset()).put(e).build()))
                    .ifPresent(to::put);
        }
    }
}

package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.PixelPayload;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.NotApplicableException;
import foramen.geometry.Polygon;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the outlines on a clip as a binary segmentation (PS3.3 A.51): the pixels whose centres lie inside, on the very
 * grid of the clip, tied to its frames by reference because ultrasound clips have no frame of reference.
 */
public final class SegmentationExporter implements Exporter {
    private static final Code DERIVATION = new Code("DCM", "113076", "Segmentation");
    private static final int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;

    private final StructureCatalog catalog;
    private final ZoneId zone;

    /**
     * @param catalog names, colours and codes of structures
     * @param zone the clinic's time zone
     */
    public SegmentationExporter(StructureCatalog catalog, ZoneId zone) {
        this.catalog = catalog;
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.SEGMENTATION;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the segmentation");
        SharedModules shared = new SharedModules(subject, zone);
        shared.source().requireName("A segmentation");
        List<SegmentPlan.Segment> segments = SegmentPlan.of(subject);
        if (segments.isEmpty()) {
            throw new NotApplicableException(
                    "There is no outline on this clip; draw one before a segmentation is exported.");
        }
        DataSetBuilder data = shared.begin(new SharedModules.Series(kind(), 9003, "SEG", "Foramen segmentation"),
                Uid.SEGMENTATION);
        shared.ourEquipment(data);
        image(data, subject, shared);
        segments(data, shared, segments);
        byte[] bits = frames(data, shared, segments, progress);
        new DicomWriter().write(out, data.build(), Optional.of(new PixelPayload.Native(8, List.of(bits))),
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        progress.report(1, "Segmentation written");
    }

    private static void image(DataSetBuilder data, ExportSubject subject, SharedModules shared) {
        SourceObject source = shared.source();
        data.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "PRIMARY").text(Tag.PATIENT_ORIENTATION, Vr.CS, "")
                .text(Tag.CONTENT_DATE, Vr.DA, shared.date())
                .text(Tag.CONTENT_TIME, Vr.TM, shared.time()).whole(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2").whole(Tag.ROWS, Vr.US, source.rows())
                .whole(Tag.COLUMNS, Vr.US, source.columns()).whole(Tag.BITS_ALLOCATED, Vr.US, 1)
                .whole(Tag.BITS_STORED, Vr.US, 1).whole(Tag.HIGH_BIT, Vr.US, 0)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0).text(SegmentationTag.SEGMENTATION_TYPE, Vr.CS, "BINARY")
                .text(PresentationTag.CONTENT_LABEL, Vr.CS, "FORAMEN")
                .text(PresentationTag.CONTENT_DESCRIPTION, Vr.LO,
                        SharedModules.line("Outlines of case " + subject.casefile().id().shortName()))
                .text(PresentationTag.CONTENT_CREATOR, Vr.PN, SharedModules.person(subject.operator()));
        source.lossyHistory().orElse(LossyHistory.NONE).write(data);
        data.sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(DataSet.builder()
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, source.seriesUid())
                .sequence(REFERENCED_INSTANCE_SEQUENCE, List.of(source.reference().build())).build()));
    }

    private void segments(DataSetBuilder data, SharedModules shared, List<SegmentPlan.Segment> segments) {
        List<DataSet> items = new ArrayList<>();
        boolean own = false;
        for (int i = 0; i < segments.size(); i++) {
            SegmentPlan.Segment s = segments.get(i);
            Structure structure = catalog.get(s.structureId());
            own |= Concepts.type(structure, s.side()).scheme().equals(Concepts.OWN_SCHEME);
            items.add(segment(i + 1, s, structure, shared.uids()));
        }
        data.sequence(SegmentationTag.SEGMENT_SEQUENCE, items);
        if (own) {
            Concepts.identifyOwnScheme(data);
        }
    }

    private static DataSet segment(int number, SegmentPlan.Segment s, Structure structure, DerivedUids uids) {
        String label = s.side() == Laterality.UNSPECIFIED
                ? structure.name()
                : structure.name() + ", " + s.side().words();
        DataSetBuilder type = Concepts.code(Concepts.type(structure, s.side()));
        if (!Concepts.saysSide(structure, s.side())) {
            Concepts.side(s.side()).ifPresent(c -> type.sequence(SegmentationTag.PROPERTY_TYPE_MODIFIER_SEQUENCE,
                    List.of(Concepts.item(c))));
        }
        DataSetBuilder item = DataSet.builder().whole(SegmentationTag.SEGMENT_NUMBER, Vr.US, number)
                .text(SegmentationTag.SEGMENT_LABEL, Vr.LO, SharedModules.line(label))
                .text(SegmentationTag.SEGMENT_DESCRIPTION, Vr.ST,
                        "structure=" + s.structureId() + "; side=" + s.side().name())
                .text(SegmentationTag.SEGMENT_ALGORITHM_TYPE, Vr.CS, s.isManual() ? "MANUAL" : "SEMIAUTOMATIC")
                .sequence(SegmentationTag.PROPERTY_CATEGORY_SEQUENCE,
                        List.of(Concepts.item(Concepts.category(structure))))
                .sequence(SegmentationTag.PROPERTY_TYPE_SEQUENCE, List.of(type.build()))
                .whole(SegmentationTag.RECOMMENDED_CIELAB, Vr.US, CieLab.of(structure.colour()))
                .text(PresentationTag.TRACKING_ID, Vr.UT, s.trackingId())
                .text(PresentationTag.TRACKING_UID, Vr.UI, uids.tracking(s.trackingId()));
        if (!s.isManual()) {
            item.text(SegmentationTag.SEGMENT_ALGORITHM_NAME, Vr.LO, s.method());
        }
        return item.build();
    }

    private byte[] frames(DataSetBuilder data, SharedModules shared, List<SegmentPlan.Segment> segments,
            Progress progress) {
        SourceObject source = shared.source();
        int count = segments.stream().mapToInt(s -> s.frames().size()).sum();
        Mask mask = new Mask(source.columns(), source.rows(), count);
        List<DataSet> items = new ArrayList<>(count);
        for (int s = 0; s < segments.size(); s++) {
            for (Map.Entry<Integer, List<Polygon>> e : segments.get(s).frames().entrySet()) {
                progress.checkCancelled();
                e.getValue().forEach(p -> mask.fill(items.size(), p));
                items.add(frame(s + 1, e.getKey() + 1, source));
            }
        }
        String organization = shared.uids().part(kind(), "dimensions");
        data.text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(count))
                .sequence(SegmentationTag.DIMENSION_ORGANIZATION_SEQUENCE, List.of(DataSet.builder()
                        .text(SegmentationTag.DIMENSION_ORGANIZATION_UID, Vr.UI, organization).build()))
                .sequence(SegmentationTag.DIMENSION_INDEX_SEQUENCE, List.of(
                        dimension(organization, SegmentationTag.REFERENCED_SEGMENT_NUMBER,
                                SegmentationTag.SEGMENT_IDENTIFICATION_SEQUENCE, "Segment"),
                        dimension(organization, SegmentationTag.TEMPORAL_POSITION_INDEX,
                                SegmentationTag.FRAME_CONTENT_SEQUENCE, "Frame of the clip")))
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS, List.of(DataSet.EMPTY))
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS, items);
        return mask.bytes();
    }

    private static DataSet dimension(String organization, int tag, int group, String label) {
        return DataSet.builder().text(SegmentationTag.DIMENSION_ORGANIZATION_UID, Vr.UI, organization)
                .whole(SegmentationTag.DIMENSION_INDEX_POINTER, Vr.AT, tag)
                .whole(SegmentationTag.FUNCTIONAL_GROUP_POINTER, Vr.AT, group)
                .text(SegmentationTag.DIMENSION_DESCRIPTION_LABEL, Vr.LO, label).build();
    }

    /** The functional groups of one frame; numbers from 1. */
    private static DataSet frame(int segment, int sourceFrame, SourceObject source) {
        DataSet image = source.reference(List.of(sourceFrame)).sequence(SegmentationTag.PURPOSE_OF_REFERENCE,
                List.of(Concepts.item(SecondaryCaptureExporter.SOURCE_PURPOSE))).build();
        return DataSet.builder()
                .sequence(SegmentationTag.FRAME_CONTENT_SEQUENCE, List.of(DataSet.builder()
                        .whole(SegmentationTag.DIMENSION_INDEX_VALUES, Vr.UL, segment, sourceFrame)
                        .whole(SegmentationTag.TEMPORAL_POSITION_INDEX, Vr.UL, sourceFrame).build()))
                .sequence(SegmentationTag.SEGMENT_IDENTIFICATION_SEQUENCE, List.of(DataSet.builder()
                        .whole(SegmentationTag.REFERENCED_SEGMENT_NUMBER, Vr.US, segment).build()))
                .sequence(SegmentationTag.DERIVATION_IMAGE_SEQUENCE, List.of(DataSet.builder()
                        .sequence(SegmentationTag.DERIVATION_CODE_SEQUENCE, List.of(Concepts.item(DERIVATION)))
                        .sequence(Tag.SOURCE_IMAGE_SEQUENCE, List.of(image)).build()))
                .build();
    }
}

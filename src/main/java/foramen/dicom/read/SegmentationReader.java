package foramen.dicom.read;

import foramen.codec.FfmpegPictures;
import foramen.codec.JpegCodec;
import foramen.codec.TurboJpeg;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.SegmentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.StoredFrame;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.delivery.DrawingReader;
import foramen.domain.delivery.FoundDrawing;
import foramen.domain.delivery.FoundDrawings;
import foramen.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads segmentations as outlines (PS3.3 A.51): binary ones, fractional ones at half their full value, label maps. */
public final class SegmentationReader implements DrawingReader {
    /** More pieces than that are noise, no drawing (engineering default). */
    private static final int MOST_DRAWINGS = 20_000;

    private final StructureCatalog catalog;
    private final JpegCodec jpeg = new TurboJpeg();

    /** A reader that knows the structures of {@code catalog}. */
    public SegmentationReader(StructureCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<FoundDrawings> read(Path file) throws IOException {
        return ObjectFile.read(file,
                f -> Set.of(Uid.SEGMENTATION, Uid.LABEL_MAP).contains(f.data().text(Tag.SOP_CLASS_UID))
                        ? Optional.of(new Run(f).found())
                        : Optional.empty());
    }

    /** What a segment says of itself. */
    private record Segment(String label, FoundDrawing.Subject what, String trackingId, String trackingUid) {}

    /** One object being read. */
    private final class Run {
        private final DicomFile file;
        private final DataSet data;
        private final List<String> warnings = new ArrayList<>();
        private final List<FoundDrawing> drawings = new ArrayList<>();
        private final List<String> images = new ArrayList<>();
        private final Map<Integer, Segment> segments = new HashMap<>();

        Run(DicomFile file) {
            this.file = file;
            this.data = file.data();
            warnings.addAll(file.warnings());
            for (DataSet s : data.items(SegmentationTag.SEGMENT_SEQUENCE)) {
                segments.put(s.integer(SegmentationTag.SEGMENT_NUMBER, 0), segment(s));
            }
        }

        FoundDrawings found() throws IOException {
            if (file.pixels().isEmpty()) {
                throw new DicomException("the segmentation breaks off before its pixels", DicomException.NOWHERE);
            }
            List<DataSet> groups = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS);
            try (PixelDecoder decoder = new PixelDecoder(file, jpeg, new FfmpegPictures())) {
                if (decoder.frames() < groups.size()) {
                    warnings.add("Of " + groups.size() + " frames only " + decoder.frames() + " are there.");
                }
                for (int i = 0; i < Math.min(groups.size(), decoder.frames()); i++) {
                    frame(groups.get(i), decoder, i);
                }
            }
            return new FoundDrawings(ObjectFile.origin(file),
                    images.stream().distinct().toList(), drawings, Map.of(), Optional.empty(),
                    warnings.stream().distinct().limit(50).toList());
        }

        private void frame(DataSet group, PixelDecoder decoder, int number) throws IOException {
            boolean labels = data.text(SegmentationTag.SEGMENTATION_TYPE).equals("LABELMAP");
            Segment segment = labels ? null : segments.get(segmentNumber(group));
            Optional<DataSet> image = first(group, SegmentationTag.DERIVATION_IMAGE_SEQUENCE)
                    .or(() -> shared(SegmentationTag.DERIVATION_IMAGE_SEQUENCE))
                    .flatMap(d -> first(d, Tag.SOURCE_IMAGE_SEQUENCE));
            if ((segment == null && !labels) || image.isEmpty()) {
                warnings.add("A frame that does not say which segment or which image it belongs to was left out.");
                return;
            }
            String uid = image.get().text(Tag.REFERENCED_SOP_INSTANCE_UID);
            List<Integer> frames = image.get().reals(Tag.REFERENCED_FRAME_NUMBER).stream()
                    .filter(n -> n >= 1 && n <= Integer.MAX_VALUE).map(n -> n.intValue() - 1).toList();
            images.add(uid);
            StoredFrame stored = decoder.samples(number);
            if (segment != null) {
                add(segment, mask(stored), decoder, uid, frames);
                return;
            }
            for (Map.Entry<Integer, BitSet> label : labels(stored).entrySet()) {
                Segment of = segments.get(label.getKey());
                if (of == null) {
                    warnings.add("Pixels of the number " + label.getKey() + " belong to no segment that the label map"
                            + " describes and were left out.");
                } else {
                    add(of, label.getValue(), decoder, uid, frames);
                }
            }
        }

        private int segmentNumber(DataSet group) {
            return first(group, SegmentationTag.SEGMENT_IDENTIFICATION_SEQUENCE)
                    .or(() -> shared(SegmentationTag.SEGMENT_IDENTIFICATION_SEQUENCE))
                    .map(s -> s.integer(SegmentationTag.REFERENCED_SEGMENT_NUMBER, 0)).orElse(0);
        }

        /** The pixels of each number; those of 0 are background unless a segment is called so. */
        private Map<Integer, BitSet> labels(StoredFrame frame) {
            Map<Integer, BitSet> found = new TreeMap<>();
            for (int i = 0; i < frame.format().pixels(); i++) {
                int value = frame.word(i);
                if (value != 0 || segments.containsKey(0)) {
                    found.computeIfAbsent(value, v -> new BitSet()).set(i);
                }
            }
            return found;
        }

        private void add(Segment segment, BitSet inside, PixelDecoder decoder, String uid, List<Integer> frames) {
            MaskContours contours = new MaskContours(decoder.columns(), decoder.rows(), inside);
            for (Polygon outline : contours.outlines()) {
                if (drawings.size() >= MOST_DRAWINGS) {
                    warnings.add("There are more than " + MOST_DRAWINGS + " pieces; the others were left out.");
                    return;
                }
                drawings.add(new FoundDrawing(FoundDrawing.Form.ANNOTATION, uid, frames, new Shape.Outline(outline),
                        segment.what(), segment.label(), "", segment.trackingId(), segment.trackingUid()));
            }
            if (contours.holes() > 0) {
                warnings.add("Holes in " + segment.label() + " were filled, because outlines have none.");
            }
        }

        private Optional<DataSet> shared(int sequence) {
            return first(data, Tag.SHARED_FUNCTIONAL_GROUPS).flatMap(g -> first(g, sequence));
        }

        private static Optional<DataSet> first(DataSet holder, int sequence) {
            return holder.items(sequence).stream().findFirst();
        }

        private BitSet mask(StoredFrame frame) {
            boolean fractional = data.text(SegmentationTag.SEGMENTATION_TYPE).equals("FRACTIONAL");
            int full = data.integer(SegmentationTag.MAXIMUM_FRACTIONAL_VALUE, 255);
            int least = fractional ? Math.max(1, (full + 1) / 2) : 1;
            BitSet inside = new BitSet(frame.format().pixels());
            for (int i = 0; i < frame.format().pixels(); i++) {
                if (frame.word(i) >= least) {
                    inside.set(i);
                }
            }
            return inside;
        }

        private Segment segment(DataSet s) {
            SubjectText ours = new SubjectText(s.text(SegmentationTag.SEGMENT_DESCRIPTION));
            Optional<DataSet> type = first(s, SegmentationTag.PROPERTY_TYPE_SEQUENCE);
            Optional<Code> code = type.map(t -> new Code(t.text(Tag.CODING_SCHEME), t.text(Tag.CODE_VALUE),
                    t.text(Tag.CODE_MEANING)));
            Laterality side = type.flatMap(t -> first(t, SegmentationTag.PROPERTY_TYPE_MODIFIER_SEQUENCE))
                    .map(m -> SubjectText.side(m.text(Tag.CODE_VALUE))).orElse(Laterality.UNSPECIFIED);
            FoundDrawing.Subject what = ours.isOurs()
                    ? ours.subject(catalog, code)
                    : code.map(c -> SubjectText.coded(catalog, c, side)).orElse(FoundDrawing.Subject.UNSAID);
            return new Segment(s.text(SegmentationTag.SEGMENT_LABEL), what, s.text(PresentationTag.TRACKING_ID),
                    s.text(PresentationTag.TRACKING_UID));
        }
    }
}

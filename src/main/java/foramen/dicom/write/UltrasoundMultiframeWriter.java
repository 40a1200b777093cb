package foramen.dicom.write;

import foramen.codec.ImageIoJpeg;
import foramen.codec.JpegCodec;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.io.PixelPayload;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Frame;
import foramen.domain.clip.Region;
import foramen.domain.patient.Patient;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Writes ultrasound clips (Ultrasound Multi-frame Image, DICOM PS3.3 A.7) and stills (Ultrasound Image, A.6), byte for
 * byte the same for the same input.
 */
public final class UltrasoundMultiframeWriter {
    /** The quality of JPEG frames on the usual scale from 0 to 1 (engineering default). */
    public static final double DEFAULT_QUALITY = 0.9;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final JpegCodec jpeg;
    private final double quality;

    /** A writer of usual JPEG quality. */
    public UltrasoundMultiframeWriter() {
        this(DEFAULT_QUALITY);
    }

    /** A writer whose JPEG frames have {@code quality}, from 0 to 1. */
    public UltrasoundMultiframeWriter(double quality) {
        this.jpeg = new ImageIoJpeg();
        this.quality = quality;
    }

    /** Writes to {@code file}, as {@link #write(OutputStream, UltrasoundObject, int, IntFunction, PixelEncoding)}. */
    public void write(Path file, UltrasoundObject object, int frames, IntFunction<Frame> source,
            PixelEncoding encoding) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            write(out, object, frames, source, encoding);
        }
    }

    /**
     * Writes a clip, or a still when there is one frame.
     *
     * @param out where to; not closed
     * @param frames how many frames there are, at least one
     * @param source gives each frame by its number from 0; all of one size; may be asked twice for the same
     */
    public void write(OutputStream out, UltrasoundObject object, int frames, IntFunction<Frame> source,
            PixelEncoding encoding) throws IOException {
        write(out, object, frames, source, encoding, LossyHistory.NONE);
    }

    /**
     * The same for frames that were compressed with loss before, which the object goes on saying.
     *
     * @param before what the frames have been through
     */
    public void write(OutputStream out, UltrasoundObject object, int frames, IntFunction<Frame> source,
            PixelEncoding encoding, LossyHistory before) throws IOException {
        Frame first = source.apply(0);
        DataSetBuilder data = DataSet.builder();
        identity(data, object, frames);
        study(data, object);
        scanner(data, object.scanner());
        regions(data, object.regions());
        if (frames > 1) {
            cine(data, object, frames);
        }
        image(data, first, encoding);
        try (FrameSpool spool = new FrameSpool()) {
            PixelPayload pixels = pixels(data, frames, source, encoding, spool);
            LossyHistory history = encoding == PixelEncoding.JPEG_BASELINE
                    ? before.then(3L * first.argb().length * frames, spool.bytes(), "ISO_10918_1")
                    : before;
            history.write(data);
            new DicomWriter().write(out, data.build(), Optional.of(pixels), encoding.syntax().uid());
        }
    }

    private static void identity(DataSetBuilder data, UltrasoundObject object, int frames) {
        Patient patient = object.patient();
        data.text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, Vr.UI, frames > 1 ? Uid.US_MULTIFRAME_IMAGE : Uid.US_IMAGE)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, object.uids().instance())
                .text(Tag.PATIENT_NAME, Vr.PN, personName(patient.name())).text(Tag.PATIENT_ID, Vr.LO, patient.id())
                .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, patient.birthDate().map(DATE::format).orElse(""))
                .text(Tag.PATIENT_SEX, Vr.CS, patient.sex());
        patient.weightKg().ifPresent(w -> data.text(Tag.PATIENT_WEIGHT, Vr.DS, w.toPlainString()));
    }

    private static String personName(String shown) {
        return shown.replaceFirst(",\\s*", "^").replace('\\', ' ');
    }

    private static void study(DataSetBuilder data, UltrasoundObject object) {
        UltrasoundObject.Study study = object.study();
        LocalDateTime at = object.acquired();
        for (int tag : new int[]{Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.CONTENT_DATE, Tag.INSTANCE_CREATION_DATE}) {
            data.text(tag, Vr.DA, DATE.format(at));
        }
        for (int tag : new int[]{Tag.STUDY_TIME, Tag.SERIES_TIME, Tag.CONTENT_TIME, Tag.INSTANCE_CREATION_TIME}) {
            data.text(tag, Vr.TM, TIME.format(at));
        }
        Laterality side = object.laterality();
        boolean one = side == Laterality.LEFT || side == Laterality.RIGHT;
        data.text(Tag.ACQUISITION_DATE_TIME, Vr.DT, DATE.format(at) + TIME.format(at))
                .text(Tag.MODALITY, Vr.CS, "US").text(Tag.STUDY_INSTANCE_UID, Vr.UI, object.uids().study())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, object.uids().series())
                .text(Tag.ACCESSION_NUMBER, Vr.SH, study.accession()).text(Tag.STUDY_ID, Vr.SH, study.studyId())
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, study.studyDescription())
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, study.seriesDescription())
                .text(Tag.REFERRING_PHYSICIAN, Vr.PN, "")
                .text(Tag.SERIES_NUMBER, Vr.IS, Integer.toString(study.seriesNumber()))
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(study.instanceNumber()))
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "").text(Tag.LATERALITY, Vr.CS, one ? side.letter() : "")
                .text(Tag.IMAGE_TYPE, Vr.CS, study.imageType().toArray(String[]::new))
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, study.burnedIn() ? "YES" : "NO");
    }

    private static void scanner(DataSetBuilder data, UltrasoundObject.Scanner s) {
        data.text(Tag.MANUFACTURER, Vr.LO, s.manufacturer()).text(Tag.MODEL_NAME, Vr.LO, s.model())
                .text(Tag.INSTITUTION_NAME, Vr.LO, s.institution());
        if (!s.softwareVersion().isEmpty()) {
            data.text(Tag.SOFTWARE_VERSIONS, Vr.LO, s.softwareVersion());
        }
        if (!s.transducerData().isEmpty()) {
            data.text(Tag.TRANSDUCER_DATA, Vr.LO, s.transducerData());
        }
        if (!s.transducerType().isEmpty()) {
            data.text(Tag.TRANSDUCER_TYPE, Vr.CS, s.transducerType());
        }
        s.depthMillimetres().ifPresent(d -> data.text(Tag.DEPTH_OF_SCAN_FIELD, Vr.IS, Long.toString(Math.round(d))));
        s.thermalIndex().ifPresent(t -> data.text(Tag.SOFT_TISSUE_THERMAL_INDEX, Vr.DS, decimal(t)));
        s.mechanicalIndex().ifPresent(m -> data.text(Tag.MECHANICAL_INDEX, Vr.DS, decimal(m)));
    }

    private static void regions(DataSetBuilder data, List<Region> regions) {
        List<DataSet> items = new ArrayList<>();
        for (Region r : regions) {
            DataSetBuilder item = DataSet.builder().whole(Tag.REGION_SPATIAL_FORMAT, Vr.US, r.spatialFormat())
                    .whole(Tag.REGION_DATA_TYPE, Vr.US, r.dataType()).whole(Tag.REGION_FLAGS, Vr.UL, r.flags())
                    .whole(Tag.REGION_MIN_X0, Vr.UL, r.minX()).whole(Tag.REGION_MIN_Y0, Vr.UL, r.minY())
                    .whole(Tag.REGION_MAX_X1, Vr.UL, r.maxX()).whole(Tag.REGION_MAX_Y1, Vr.UL, r.maxY())
                    .whole(Tag.PHYSICAL_UNITS_X, Vr.US, r.unitsX()).whole(Tag.PHYSICAL_UNITS_Y, Vr.US, r.unitsY())
                    .real(Tag.PHYSICAL_DELTA_X, Vr.FD, r.deltaX()).real(Tag.PHYSICAL_DELTA_Y, Vr.FD, r.deltaY());
            r.reference()
                    .ifPresent(p -> item.whole(Tag.REFERENCE_PIXEL_X0, Vr.SL, Math.round(p.x()))
                            .whole(Tag.REFERENCE_PIXEL_Y0, Vr.SL, Math.round(p.y()))
                            .real(Tag.REFERENCE_VALUE_X, Vr.FD, r.referenceValueX())
                            .real(Tag.REFERENCE_VALUE_Y, Vr.FD, r.referenceValueY()));
            items.add(item.build());
        }
        if (!items.isEmpty()) {
            data.sequence(Tag.ULTRASOUND_REGIONS, items);
        }
    }

    private static void cine(DataSetBuilder data, UltrasoundObject object, int frames) {
        data.text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames))
                .whole(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME)
                .text(Tag.FRAME_TIME, Vr.DS, decimal(object.frameMillis()))
                .whole(Tag.PREFERRED_PLAYBACK_SEQUENCING, Vr.US, 0);
    }

    private static void image(DataSetBuilder data, Frame first, PixelEncoding encoding) {
        data.whole(Tag.SAMPLES_PER_PIXEL, Vr.US, encoding.samples())
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, encoding.photometric())
                .whole(Tag.ROWS, Vr.US, first.rows()).whole(Tag.COLUMNS, Vr.US, first.columns())
                .whole(Tag.BITS_ALLOCATED, Vr.US, 8).whole(Tag.BITS_STORED, Vr.US, 8).whole(Tag.HIGH_BIT, Vr.US, 7)
                .whole(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
        if (encoding.samples() == 3) {
            data.whole(Tag.PLANAR_CONFIGURATION, Vr.US, 0);
        }
    }

    private PixelPayload pixels(DataSetBuilder data, int frames, IntFunction<Frame> source, PixelEncoding encoding,
            FrameSpool spool) throws IOException {
        return switch (encoding) {
            case JPEG_BASELINE -> {
                FrameEncoder encoder = new FrameEncoder(jpeg, quality);
                for (int i = 0; i < frames; i++) {
                    spool.add(encoder.jpeg(source.apply(i)));
                }
                yield new PixelPayload.Spooled(spool);
            }
            case JPEG_LOSSLESS_RGB -> spooled(frames, source, FrameEncoder::lossless, spool);
            case RLE_RGB -> spooled(frames, source, FrameEncoder::rle, spool);
            case RGB -> new PixelPayload.Native(8, lazily(frames, source, FrameEncoder::rgb));
            case MONOCHROME2 -> new PixelPayload.Native(8, lazily(frames, source, FrameEncoder::grey));
            case PALETTE_COLOR -> {
                Palette palette = Palette.of(frames, source);
                for (int c = 0; c < 3; c++) {
                    data.whole(Tag.RED_PALETTE_DESCRIPTOR + c, Vr.US, palette.size(), 0, 16)
                            .whole(Tag.RED_PALETTE_DATA + c, Vr.OW, palette.entries(c));
                }
                yield new PixelPayload.Native(8, lazily(frames, source, f -> FrameEncoder.indices(f, palette)));
            }
        };
    }

    private static PixelPayload spooled(int frames, IntFunction<Frame> source, Function<Frame, byte[]> encode,
            FrameSpool spool) throws IOException {
        for (int i = 0; i < frames; i++) {
            spool.add(encode.apply(source.apply(i)));
        }
        return new PixelPayload.Spooled(spool);
    }

    /** Frames encoded when they are asked for, so that a long clip is never in memory as a whole. */
    private static List<byte[]> lazily(int frames, IntFunction<Frame> source, Function<Frame, byte[]> encode) {
        return new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return encode.apply(source.apply(index));
            }

            @Override
            public int size() {
                return frames;
            }
        };
    }

    /** A number as DS: no more than sixteen characters. */
    private static String decimal(double value) {
        return new BigDecimal(value).round(new MathContext(8)).stripTrailingZeros().toPlainString();
    }
}

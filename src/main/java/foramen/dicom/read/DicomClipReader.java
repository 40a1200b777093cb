package foramen.dicom.read;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.JpegCodec;
import foramen.codec.TurboJpeg;
import foramen.codec.VideoCodec;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.NotDicomException;
import foramen.dicom.io.PixelDataLocation;
import foramen.dicom.pixel.FrameDecoder;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipInfo.ClipIdentity;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.ContentUid;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.NotAClipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Opens DICOM files as clips. */
public final class DicomClipReader implements ClipReader, ClipFormat {
    private final FrameDecoders decoders;

    /** A reader that loads native decoders when the first picture needs them. */
    public DicomClipReader() {
        this(new TurboJpeg());
    }

    /** A reader with a JPEG decoder of the caller's choice. */
    public DicomClipReader(JpegCodec jpeg) {
        this.decoders = new FrameDecoders(jpeg, new FfmpegPictures(), new VideoCodec());
    }

    @Override
    public Fit fit(byte[] head) {
        return DicomReader.isMarked(head) ? Fit.YES : DicomReader.isBare(head) ? Fit.PERHAPS : Fit.NO;
    }

    @Override
    public DicomClip open(Path path) throws ClipException {
        return open(path, name(path));
    }

    @Override
    public DicomClip open(Path path, String name) throws ClipException {
        DicomFile file = read(path, name);
        boolean opened = false;
        try {
            DicomClip clip = clip(path, name, file);
            opened = true;
            return clip;
        } catch (ClipException e) {
            throw e;
        } catch (DicomException | CodecException e) {
            throw new ClipException(name + " cannot be shown: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; is the file still there?", e);
        } finally {
            if (!opened) {
                close(file);
            }
        }
    }

    /**
     * Says what kind of DICOM object {@code path} is, with or without a picture.
     *
     * @throws ClipException when it is no DICOM file
     */
    public DicomDescription describe(Path path) throws ClipException {
        String name = name(path);
        DicomFile file = read(path, name);
        try {
            return DicomDescription.of(file);
        } finally {
            close(file);
        }
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static void close(DicomFile file) throws ClipException {
        try {
            file.close();
        } catch (IOException e) {
            throw new ClipException("A file that was read does not close: " + e.getMessage(), e);
        }
    }

    private static DicomFile read(Path path, String name) throws ClipException {
        if (!Files.exists(path)) {
            throw new ClipException("There is no file " + path + ".");
        }
        if (Files.isDirectory(path)) {
            throw new ClipException(name + " is a folder; name a file in it.");
        }
        try {
            if (Files.size(path) == 0) {
                throw new ClipException(name + " is empty; copy it again from its source.");
            }
            return new DicomReader().read(path);
        } catch (ClipException e) {
            throw e;
        } catch (NotDicomException e) {
            throw new NotAClipException(name + " is not a DICOM file.", "other file");
        } catch (DicomException e) {
            throw new ClipException(name + " is damaged: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; check that you may open it.", e);
        }
    }

    private DicomClip clip(Path path, String name, DicomFile file) throws IOException {
        refuseWithoutPicture(name, file);
        refuseUndecodable(name, file);
        FrameDecoder decoder = decoders.of(file);
        if (decoder.frames() < 1) {
            throw new ClipException(name + " holds no whole frame; copy it again from its source.");
        }
        boolean opened = false;
        try {
            DicomClip clip = new DicomClip(name, file, decoder, info(path, file, decoder));
            opened = true;
            return clip;
        } finally {
            if (!opened) {
                decoder.close();
            }
        }
    }

    private static void refuseWithoutPicture(String name, DicomFile file) throws ClipException {
        if (file.pixels().isPresent()) {
            return;
        }
        DicomDescription what = DicomDescription.of(file);
        if (what.sopClassUid().equals(Uid.MEDIA_STORAGE_DIRECTORY)) {
            throw new NotAClipException(
                    name + " is a DICOMDIR, an index of other files; open it with 'Open', or one of those.",
                    "DICOMDIR index");
        }
        if (file.data().isEmpty()) {
            throw new ClipException(name + " breaks off before its data set; copy it again from its source.");
        }
        boolean cut = !file.warnings().isEmpty() && file.data().contains(Tag.ROWS);
        if (cut) {
            throw new ClipException(name + " is cut short before its picture; copy it again from its source.");
        }
        throw new NotAClipException(name + " is " + what.words() + " and holds no picture.", what.kindWithoutPicture());
    }

    private static void refuseUndecodable(String name, DicomFile file) throws ClipException {
        boolean compressed = file.pixels().orElseThrow() instanceof PixelDataLocation.Encapsulated;
        boolean unknown = file.transferSyntax().map(s -> s.pixels() == TransferSyntax.Pixels.OTHER)
                .orElse(!file.transferSyntaxUid().isEmpty());
        if (compressed && unknown) {
            String title = file.transferSyntax().map(TransferSyntax::title).orElse("an unknown method");
            throw new ClipException(name + " is compressed with " + title + " ("
                    + DicomDescription.quotable(file.transferSyntaxUid()) + "), which Foramen cannot decode yet.");
        }
    }

    private static ClipInfo info(Path path, DicomFile file, FrameDecoder decoder) throws IOException {
        DataSet data = file.data();
        List<String> warnings = new ArrayList<>(file.warnings());
        warnings.addAll(decoder.warnings());
        ClipIdentity identity = new ClipIdentity(DicomDescription.of(file).sopClassUid(),
                instanceUid(path, data, warnings),
                data.text(Tag.SERIES_INSTANCE_UID), data.text(Tag.STUDY_INSTANCE_UID), file.transferSyntaxUid());
        if (data.isSuspectText(Tag.PATIENT_NAME) || !data.charset().isKnown()) {
            warnings.add("The texts do not fit their character set " + data.charset() + "; names may be wrong.");
        }
        return new ClipInfo(identity, decoder.columns(), decoder.rows(), timing(data, decoder, warnings),
                data.text(Tag.PHOTOMETRIC_INTERPRETATION), calibration(data, decoder, warnings),
                IdentityReader.patient(data), IdentityReader.laterality(data, warnings), IdentityReader.acquired(data),
                IdentityReader.origin(data), List.copyOf(new LinkedHashSet<>(warnings)),
                SettingsReader.read(data));
    }

    private static FrameTiming timing(DataSet data, FrameDecoder decoder, List<String> warnings) {
        List<String> said = new ArrayList<>();
        FrameTiming timing = TimingReader.read(data, decoder.frames(), said);
        if (timing.source().equals(TimingReader.DEFAULT)) {
            Optional<FrameTiming> own = decoder.timing();
            if (own.isPresent()) {
                return own.get();
            }
        }
        warnings.addAll(said);
        return timing;
    }

    private static Calibration calibration(DataSet data, FrameDecoder decoder, List<String> warnings) {
        // A scale stated for pictures of another size would be a wrong one.
        return decoder.isStatedSize()
                ? new RegionReader(decoder.columns(), decoder.rows(), warnings).calibration(data)
                : Calibration.none();
    }

    private static String instanceUid(Path path, DataSet data, List<String> warnings) throws IOException {
        String uid = data.text(Tag.SOP_INSTANCE_UID);
        if (!uid.isBlank()) {
            return uid;
        }
        warnings.add("The file has no SOP Instance UID; it is known by one made from its content.");
        return ContentUid.of(path);
    }
}

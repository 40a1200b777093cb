package foramen.dicom.deident;

import foramen.codec.CodecException;
import foramen.codec.FfmpegPictures;
import foramen.codec.JpegCodec;
import foramen.codec.VideoCodec;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.NotDicomException;
import foramen.dicom.pixel.FrameDecoder;
import foramen.dicom.read.FrameDecoders;
import foramen.dicom.read.RegionReader;
import foramen.domain.clip.Region;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that is open to be copied: its data set and its frames. */
final class OpenSource implements Closeable {
    private final Path path;
    private final DicomFile file;
    private final FrameDecoder frames;

    private OpenSource(Path path, DicomFile file, FrameDecoder frames) {
        this.path = path;
        this.file = file;
        this.frames = frames;
    }

    /**
     * Opens {@code path}.
     *
     * @throws DeidentException with the reason where it is no image that can be copied
     */
    static OpenSource open(Path path, JpegCodec jpeg) throws DeidentException {
        try {
            DicomFile file = new DicomReader().read(path);
            boolean opened = false;
            try {
                OpenSource source = new OpenSource(path, file, decoder(file, jpeg));
                opened = true;
                return source;
            } finally {
                if (!opened) {
                    file.close();
                }
            }
        } catch (NotDicomException e) {
            throw new DeidentException(DeidentException.Kind.REFUSED, "it is not a DICOM file", e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A reason that is fit for a proof: the engine's own, but not the file system's, which names paths. */
    static DeidentException failed(IOException e) {
        boolean ours = e instanceof DicomException || e instanceof CodecException;
        return new DeidentException(DeidentException.Kind.FAILED,
                ours ? String.valueOf(e.getMessage()) : "it cannot be read or its copy cannot be written", e);
    }

    private static FrameDecoder decoder(DicomFile file, JpegCodec jpeg) throws IOException, DeidentException {
        if (file.pixels().isEmpty()) {
            String sopClass = file.data().text(Tag.SOP_CLASS_UID);
            boolean image = Uid.sopClassName(sopClass).filter(n -> n.contains("Image")).isPresent();
            throw image || file.data().contains(Tag.ROWS) || file.data().isEmpty()
                    ? new DeidentException(DeidentException.Kind.FAILED, "it is cut short before its picture")
                    : new DeidentException(DeidentException.Kind.REFUSED, noPicture(sopClass));
        }
        FrameDecoder frames = new FrameDecoders(jpeg, new FfmpegPictures(), new VideoCodec()).of(file);
        boolean sound = frames.frames() >= 1 && frames.isStatedSize();
        if (!sound) {
            frames.close();
            throw new DeidentException(DeidentException.Kind.FAILED, frames.frames() < 1
                    ? "it holds no whole frame"
                    : "its film has another size than the file says, so its scale and regions hold for no picture");
        }
        return frames;
    }

    private static String noPicture(String sopClass) {
        String name = Uid.sopClassName(sopClass).orElse("an object of an unknown kind");
        return document(name.replace(" Storage", "")).orElse("it is " + name
                + " and holds no picture; only images, presentation states and segmentations are de-identified");
    }

    /** Why a document of {@code kind}, in the words of a listing, is not copied; empty where it is none. */
    static Optional<String> document(String kind) {
        if (kind.endsWith(" SR") || kind.equals("SR Document")) {
            return Optional.of("it is a structured report, whose sentences nobody can clean with certainty; export the"
                    + " report again from the de-identified clip");
        }
        return kind.equals("Encapsulated PDF")
                ? Optional.of("it is a PDF, whose text cannot be cleaned; export it again from the de-identified clip")
                : Optional.empty();
    }

    DicomFile file() {
        return file;
    }

    DataSet data() {
        return file.data();
    }

    FrameDecoder frames() {
        return frames;
    }

    Path path() {
        return path;
    }

    long bytes() throws IOException {
        return Files.size(path);
    }

    List<Region> regions() {
        return RegionReader.regions(data(), frames.columns(), frames.rows());
    }

    @Override
    public void close() throws IOException {
        frames.close();
        file.close();
    }
}

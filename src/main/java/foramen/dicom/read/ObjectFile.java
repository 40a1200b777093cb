package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.NotDicomException;
import foramen.dicom.sr.ContentTreeReader;
import foramen.domain.delivery.FoundDrawings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a file for a reader of drawings, with sentences that name it. */
final class ObjectFile {
    /** What reads an open file. */
    @FunctionalInterface
    interface Content {
        Optional<FoundDrawings> of(DicomFile file) throws IOException;
    }

    private ObjectFile() {}

    static FoundDrawings.Origin origin(DicomFile file) {
        DataSet d = file.data();
        return new FoundDrawings.Origin(DicomDescription.of(file).kind(), d.text(PresentationTag.CONTENT_DESCRIPTION),
                d.text(Tag.SOP_INSTANCE_UID), d.text(Tag.STUDY_INSTANCE_UID), IdentityReader.patient(d),
                made(d));
    }

    private static Instant made(DataSet d) {
        return Stream.of(d.text(PresentationTag.PRESENTATION_CREATION_DATE)
                + d.text(PresentationTag.PRESENTATION_CREATION_TIME),
                d.text(Tag.CONTENT_DATE)
                        + d.text(Tag.CONTENT_TIME),
                d.text(Tag.INSTANCE_CREATION_DATE) + d.text(Tag.INSTANCE_CREATION_TIME))
                .flatMap(t -> ContentTreeReader.moment(t, ZoneOffset.UTC).stream()).findFirst()
                .orElse(Instant.EPOCH);
    }

    static Optional<FoundDrawings> read(Path path, Content content) throws IOException {
        String name = String.valueOf(path.getFileName());
        try (DicomFile file = new DicomReader().read(path)) {
            return content.of(file);
        } catch (NotDicomException e) {
            // Another reader may know it.
            return Optional.empty();
        } catch (DicomException e) {
            throw new IOException(name + " cannot be read: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new IOException(name + " cannot be read; check that it is there and that you may open it.", e);
        }
    }
}

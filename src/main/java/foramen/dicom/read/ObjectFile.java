package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.NotDicomException;
import foramen.domain.delivery.FoundDrawings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
                d.text(Tag.SOP_INSTANCE_UID), d.text(Tag.STUDY_INSTANCE_UID), IdentityReader.patient(d));
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

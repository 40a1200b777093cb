package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.domain.clip.ContentUid;
import foramen.job.DurableFile;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Writes copies of presentation states and segmentations. */
final class DrawingCopies {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;

    private final Deidentification how;

    DrawingCopies(Deidentification how) {
        this.how = how;
    }

    /** What would be done; nothing is written. */
    Preview preview(OpenDrawing source, Subject subject) throws IOException {
        AttributeCleaner cleaner = cleaner(source, subject);
        new DrawingCleaner(cleaner, how.key()).clean(source.data());
        return new Preview(subject.pseudonym(), cleaner.changes(), PixelPlan.drawings(), source.columns(),
                source.rows(), source.frames(), source.bytes(), source.bytes(), source.syntax(),
                source.file().warnings());
    }

    private AttributeCleaner cleaner(OpenDrawing source, Subject subject) {
        return new AttributeCleaner(source.data(), how.options(), how.key(), subject);
    }

    /** Writes the copy; it gets its name after it was read again. */
    FileProof write(OpenDrawing source, Subject subject, Path target, String output, Progress progress)
            throws IOException, DeidentException {
        progress.checkCancelled();
        AttributeCleaner cleaner = cleaner(source, subject);
        DataSet made = made(source, cleaner);
        DrawingCheck check = new DrawingCheck(source, cleaner, how);
        DurableFile.Done done = DurableFile.write(target,
                out -> new DicomWriter().writeAsFound(out, made, source.payload(), SYNTAX.uid()), check::check);
        progress.report(1, "");
        return new FileProof(output, DurableFile.sha256(source.path()), source.bytes(), done.sha256(), done.bytes(),
                source.syntax(), SYNTAX.title(), source.columns(), source.rows(), source.frames(),
                cleaner.changes(), PixelPlan.drawings(), source.hashes());
    }

    private DataSet made(OpenDrawing source, AttributeCleaner cleaner) throws IOException {
        DataSetBuilder copy = new DrawingCleaner(cleaner, how.key()).clean(source.data()).toBuilder();
        if (!copy.contains(Tag.SOP_INSTANCE_UID)) {
            copy.text(Tag.SOP_INSTANCE_UID, Vr.UI, how.key().uid(ContentUid.of(source.path())));
        }
        CleanObject.describe(copy, how, PixelPlan.drawings());
        return copy.build();
    }
}

package foramen.report;

import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the frame as it is: native resolution, nothing added; exact pixels unless the format loses some. */
public final class CleanImageExporter implements Exporter {
    private final ExportKind kind;
    private final PictureFormat format;

    /**
     * @param kind the kind of document
     * @param format how the picture is stored
     */
    public CleanImageExporter(ExportKind kind, PictureFormat format) {
        this.kind = kind;
        this.format = format;
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the clean image");
        format.write(PngImages.picture(subject.clip().frame(subject.frameIndex())), out);
        progress.report(1, "Clean image written");
    }
}

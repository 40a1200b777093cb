package foramen.report;

import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the frame as it is: native resolution, exact pixels, nothing added. */
public final class CleanImageExporter implements Exporter {
    @Override
    public ExportKind kind() {
        return ExportKind.CLEAN_IMAGE;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Writing the clean image");
        PngImages.write(subject.clip().frame(subject.frameIndex()), out);
        progress.report(1, "Clean image written");
    }
}

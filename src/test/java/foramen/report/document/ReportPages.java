package foramen.report.document;

import foramen.app.composition.WindowTerms;
import foramen.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes reports to look at: {@code ReportPages FOLDER}. */
public final class ReportPages {
    private ReportPages() {}

    /** Writes them. */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        for (Locale language : DocumentWords.LANGUAGES) {
            var exporter = Reports.exporter(out.resolve("templates"), language, WindowTerms::new);
            Files.write(out.resolve("rich-" + language + ".pdf"), Reports.pdf(exporter, Reports.rich()));
            Files.write(out.resolve("empty-" + language + ".pdf"), Reports.pdf(exporter, Cases.empty()));
        }
    }
}

package foramen.report.document;

import foramen.domain.anatomy.Structure;
import foramen.testing.Cases;
import foramen.ui.support.Words;
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
            var exporter = Reports.exporter(out.resolve("templates"), language, ReportPages::terms);
            Files.write(out.resolve("rich-" + language + ".pdf"), Reports.pdf(exporter, Reports.rich()));
            Files.write(out.resolve("empty-" + language + ".pdf"), Reports.pdf(exporter, Cases.empty()));
        }
    }

    private static DocumentTerms terms(Locale language) {
        Words words = Words.in(language, Locale.ROOT);
        return new DocumentTerms() {
            @Override
            public String of(Enum<?> constant, String english) {
                return words.named(Words.key(constant), english);
            }

            @Override
            public String of(Structure structure) {
                return words.of(structure);
            }

            @Override
            public String said(String sentence) {
                return words.said(sentence);
            }
        };
    }
}

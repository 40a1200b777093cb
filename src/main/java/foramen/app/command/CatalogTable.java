package foramen.app.command;

import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipLocation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A list of clips on a terminal: one line each beneath its patient and study, in columns as wide as needed. */
final class CatalogTable {
    private static final int WIDEST = 44;

    private CatalogTable() {}

    static void print(ClipCatalog catalog, PrintWriter out) {
        out.println(catalog.summary());
        int kind = width(catalog.entries().stream().map(ClipEntry::title).toList());
        int extent = width(catalog.entries().stream().map(ClipEntry::extent).toList());
        String group = "";
        for (ClipEntry entry : catalog.entries()) {
            String next = group(entry);
            if (!next.equals(group)) {
                out.println(next);
                group = next;
            }
            out.printf(Locale.ROOT, "  %-" + kind + "s  %-" + extent + "s  %s%n", cut(entry.title()), entry.extent(),
                    entry.label());
        }
        if (!catalog.skipped().isEmpty()) {
            out.println(catalog.skippedSentence());
        }
    }

    private static String group(ClipEntry entry) {
        String id = ClipLocation.printable(entry.info().patient().id());
        String who = id.isBlank() || id.equals(entry.patientLabel())
                ? entry.patientLabel()
                : entry.patientLabel() + " (" + id + ")";
        String series = entry.seriesLabel();
        return who + " · " + entry.studyLabel() + (series.isBlank() ? "" : " · " + series);
    }

    private static int width(List<String> texts) {
        return Math.max(1, texts.stream().mapToInt(t -> Math.min(WIDEST, t.length())).max().orElse(1));
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}

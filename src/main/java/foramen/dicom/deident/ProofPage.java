package foramen.dicom.deident;

import foramen.domain.deident.Box;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.DeidentOption;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** The proof of a batch as one page of HTML that needs nothing else. */
final class ProofPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>De-identification proof</title>
            <style>
            body{font:14px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
            table{border-collapse:collapse;margin:.5em 0}td,th{border:1px solid #bbb;padding:.2em .6em;text-align:left}
            code{font-size:12px;word-break:break-all}summary{cursor:pointer}
            </style></head><body>
            """;

    private ProofPage() {}

    static String of(BatchResult batch, Instant made) {
        StringBuilder page = new StringBuilder(HEAD);
        Deidentification how = batch.how();
        page.append("<h1>De-identification proof</h1>\n<table>\n");
        row(page, "Made", made.toString());
        row(page, "Program", how.product());
        row(page, "Profile", "DICOM PS3.15 2024e, Basic Application Level Confidentiality Profile");
        row(page, "Options", how.options().isEmpty()
                ? "none"
                : how.options().stream().map(DeidentOption::meaning).collect(Collectors.joining("; ")));
        row(page, "Key fingerprint", how.key().fingerprint());
        for (CopyStatus status : CopyStatus.values()) {
            row(page, capital(status), Long.toString(batch.count(status)));
        }
        if (batch.cancelled()) {
            row(page, "Cancelled", "yes; what is listed here is whole");
        }
        page.append("</table>\n<p>Attributes are named, their values are not. Files are known by their SHA-256. Each"
                + " copy was read again before it got its name: in every frame the kept pixels have the hash of the"
                + " source's, and all others hold only the filling.</p>\n");
        batch.files().forEach(f -> file(page, f));
        return page.append("</body></html>\n").toString();
    }

    private static void file(StringBuilder page, FileOutcome outcome) {
        page.append("<h2>File ").append(outcome.number()).append(": ").append(capital(outcome.status()))
                .append("</h2>\n");
        if (outcome.proof().isEmpty()) {
            page.append("<p>No copy: ").append(escaped(outcome.reason())).append(".</p>\n");
            return;
        }
        FileProof p = outcome.proof().get();
        page.append("<table>\n");
        row(page, "Copy", p.output());
        row(page, "SHA-256 before", p.sourceSha256() + " (" + p.sourceBytes() + " bytes, " + p.sourceSyntax() + ")");
        row(page, "SHA-256 after", p.sha256() + " (" + p.bytes() + " bytes, " + p.syntax() + ")");
        row(page, "Picture", p.columns() + " × " + p.rows() + ", " + p.frames().size() + " frames");
        row(page, "Pixels", p.pixels().kind().name().toLowerCase(Locale.ROOT) + ": " + p.pixels().why());
        row(page, "Burned In Annotation", p.pixels().isClean() ? "NO" : "YES");
        row(page, "Overwritten x,y,width,height", p.pixels().mask()
                .map(m -> m.boxes().stream().map(Box::text).collect(Collectors.joining("  "))).orElse("nothing"));
        if (!p.lack().isEmpty()) {
            row(page, "Damage", p.lack());
        }
        page.append("</table>\n<details><summary>").append(p.changes().size())
                .append(" kinds of changes to attributes</summary><ul>\n");
        p.changes().forEach(c -> page.append("<li>").append(escaped(c.words())).append("</li>\n"));
        page.append("</ul></details>\n<details><summary>").append(p.frames().size())
                .append(" frames checked after decoding the copy</summary>\n<table><tr><th>Frame</th><th>Kept pixels"
                        + "</th><th>Others</th><th>SHA-256 of the kept pixels</th></tr>\n");
        String others = p.pixels().mask().isPresent() ? "overwritten" : "none";
        for (int i = 0; i < p.frames().size(); i++) {
            page.append("<tr><td>").append(i + 1).append("</td><td>equal</td><td>").append(others)
                    .append("</td><td><code>").append(p.frames().get(i)).append("</code></td></tr>\n");
        }
        page.append("</table></details>\n");
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><th>").append(escaped(name)).append("</th><td><code>").append(escaped(value))
                .append("</code></td></tr>\n");
    }

    private static String capital(CopyStatus status) {
        String name = status.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

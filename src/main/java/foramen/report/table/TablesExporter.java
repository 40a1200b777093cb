package foramen.report.table;

import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.outcome.OutcomeRules;
import foramen.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;

/** Writes all values of a case as tables, see {@link CaseTables}. */
public final class TablesExporter implements Exporter {
    private final ExportKind kind;
    private final FindingsReader findings;
    private final ClipReader clips;
    private final OutcomeRules rules;
    private final ZoneId zone;

    /**
     * @param kind {@link ExportKind#TABLES_CSV} or {@link ExportKind#TABLES_JSON}
     * @param findings reads values off the case
     * @param clips opens the other clips of the case
     * @param rules what a response is
     * @param zone the clinic's time zone
     */
    public TablesExporter(ExportKind kind, FindingsReader findings, ClipReader clips, OutcomeRules rules,
            ZoneId zone) {
        this.kind = kind;
        this.findings = findings;
        this.clips = clips;
        this.rules = rules;
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Reading the case");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ClipsAtHand atHand = new ClipsAtHand(subject, clips)) {
            List<TableSource> sources = List.of(
                    new TableSource(subject.casefile(), findings.read(subject.casefile(), atHand), rules, zone));
            progress.checkCancelled();
            progress.report(0.5, "Writing the tables");
            if (kind == ExportKind.TABLES_CSV) {
                CaseTables.csv(sources, subject.at(), subject.softwareVersion(), whole);
            } else {
                CaseTables.json(sources, subject.at(), subject.softwareVersion(), whole);
            }
        }
        progress.checkCancelled();
        try {
            whole.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new IOException("The tables could not be written: " + e.getMessage(), e);
        }
        progress.report(1, "Tables written");
    }
}

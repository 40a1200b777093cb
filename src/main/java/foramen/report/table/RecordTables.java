package foramen.report.table;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.FindingsReader;
import foramen.domain.delivery.RecordExporter;
import foramen.domain.outcome.OutcomeRules;
import foramen.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes all values of all cases as tables, see {@link CaseTables}; a clip that cannot be had is a reason in its rows. */
public final class RecordTables implements RecordExporter {
    private final ExportKind kind;
    private final FindingsReader findings;
    private final ClipReader clips;
    private final OutcomeRules rules;
    private final Clock clock;
    private final String softwareVersion;

    /**
     * @param kind {@link ExportKind#TABLES_CSV} or {@link ExportKind#TABLES_JSON}
     * @param findings reads values off a case
     * @param clips opens the clips of a case
     * @param rules what a response is
     * @param clock the clinic's time
     * @param softwareVersion the version that is named in them
     */
    public RecordTables(ExportKind kind, FindingsReader findings, ClipReader clips, OutcomeRules rules, Clock clock,
            String softwareVersion) {
        this.kind = kind;
        this.findings = findings;
        this.clips = clips;
        this.rules = rules;
        this.clock = clock;
        this.softwareVersion = softwareVersion;
    }

    @Override
    public ExportKind kind() {
        return kind;
    }

    @Override
    public List<String> write(CaseStore store, OutputStream out, Progress progress)
            throws IOException, StoreException {
        List<TableSource> sources = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<CaseStore.Summary> cases = store.list();
        for (int i = 0; i < cases.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / cases.size(), "Case " + (i + 1) + " of " + cases.size());
            try {
                Optional<Case> c = store.find(cases.get(i).id()).map(CaseStore.StoredCase::current);
                c.ifPresent(found -> sources.add(source(found)));
            } catch (StoreException e) {
                // One damaged case must not keep the others from being told; it is told beside them.
                unread.add(String.valueOf(e.getMessage()));
            }
        }
        if (kind == ExportKind.TABLES_CSV) {
            CaseTables.csv(sources, clock.instant(), softwareVersion, out);
        } else {
            CaseTables.json(sources, clock.instant(), softwareVersion, out);
        }
        return unread;
    }

    private TableSource source(Case c) {
        try (ClipsAtHand atHand = ClipsAtHand.of(c, clips)) {
            return new TableSource(c, findings.read(c, atHand), rules, clock.getZone());
        }
    }
}

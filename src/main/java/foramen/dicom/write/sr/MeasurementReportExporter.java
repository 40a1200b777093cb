package foramen.dicom.write.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.dicom.io.DicomWriter;
import foramen.dicom.read.IdentityReader;
import foramen.dicom.read.sr.MeasurementReportImporter;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.ContentTreeWriter;
import foramen.dicom.sr.SrTag;
import foramen.dicom.write.Companions;
import foramen.dicom.write.SharedModules;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.Exporter;
import foramen.domain.delivery.SideComparisons;
import foramen.domain.plan.NeedleRules;
import foramen.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a case as a DICOM Comprehensive SR (PS3.3 A.35.3) after TID 1500 of PS3.16. What is written is read back before
 * it is handed out, and refused where the case did not survive.
 */
public final class MeasurementReportExporter implements Exporter {
    private static final int SERIES_NUMBER = 9004;

    private final ClipReader reader;
    private final StructureCatalog structures;
    private final ReportTree tree;
    private final ZoneId zone;

    /**
     * @param reader opens the other clips of a case, for their scale and their names
     * @param structures names and codes of structures
     * @param rules needles and bands of visibility
     * @param comparisons which values are set side against side
     * @param zone the clinic's time zone
     */
    public MeasurementReportExporter(ClipReader reader, StructureCatalog structures, NeedleRules rules,
            SideComparisons comparisons, ZoneId zone) {
        this.reader = reader;
        this.structures = structures;
        this.tree = new ReportTree(structures, rules, comparisons);
        this.zone = zone;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.STRUCTURED_REPORT;
    }

    @Override
    public void write(ExportSubject subject, OutputStream out, Progress progress) throws IOException {
        progress.report(0, "Reading the clips of the case");
        ReportClips clips = ReportClips.of(subject, reader, progress);
        progress.checkCancelled();
        progress.report(0.4, "Writing the structured report");
        SharedModules modules = new SharedModules(subject, zone);
        DataSetBuilder data = modules.begin(new SharedModules.Series(kind(), SERIES_NUMBER, "SR",
                "Measurement report"), Uid.COMPREHENSIVE_SR);
        modules.ourEquipment(data);
        List<Companions.Beside> beside = Companions.of(subject, modules.source().isGrey());
        general(data, modules, clips, beside);
        ContentItem root = tree.of(subject, clips, modules.uids(), IdentityReader.patient(data.build()), beside);
        ContentTreeWriter.declareScheme(data);
        ContentTreeWriter.write(data, root, modules.at().getZone());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new DicomWriter().write(whole, data.build(), Optional.empty(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
        progress.checkCancelled();
        progress.report(0.8, "Reading the structured report back");
        readBack(subject.casefile(), whole.toByteArray());
        whole.writeTo(out);
        out.flush();
        progress.report(1, "Structured report written");
    }

    /** SR Document Series and SR Document General (PS3.3 C.17.1, C.17.2). */
    private static void general(DataSetBuilder data, SharedModules modules, ReportClips clips,
            List<Companions.Beside> beside) {
        data.text(Tag.CONTENT_DATE, Vr.DA, modules.date()).text(Tag.CONTENT_TIME, Vr.TM, modules.time())
                .text(SrTag.COMPLETION_FLAG, Vr.CS, "COMPLETE").text(SrTag.VERIFICATION_FLAG, Vr.CS, "UNVERIFIED")
                .sequence(SrTag.REFERENCED_PERFORMED_PROCEDURE_STEP, List.of())
                .sequence(SrTag.PERFORMED_PROCEDURE_CODE, List.of());
        String own = modules.source().studyUid();
        Map<String, Map<String, List<DataSet>>> studies = new LinkedHashMap<>();
        clips.all().forEach(c -> series(studies, c.studyUid(), c.seriesUid())
                .add(reference(c.sopClassUid(), c.sopInstanceUid())));
        beside.forEach(b -> series(studies, own, b.seriesUid()).add(reference(b.sopClassUid(), b.sopInstanceUid())));
        List<DataSet> others = new ArrayList<>();
        studies.forEach((study, series) -> {
            if (study.equals(own)) {
                data.sequence(SrTag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE, List.of(evidence(study, series)));
            } else {
                others.add(evidence(study, series));
            }
        });
        if (!others.isEmpty()) {
            data.sequence(SrTag.PERTINENT_OTHER_EVIDENCE, others);
        }
    }

    private static List<DataSet> series(Map<String, Map<String, List<DataSet>>> studies, String study, String series) {
        return studies.computeIfAbsent(study, s -> new LinkedHashMap<>()).computeIfAbsent(series,
                s -> new ArrayList<>());
    }

    private static DataSet reference(String sopClassUid, String sopInstanceUid) {
        return DataSet.builder().text(SrTag.REFERENCED_SOP_CLASS_UID, Vr.UI, sopClassUid)
                .text(SrTag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, sopInstanceUid).build();
    }

    private static DataSet evidence(String study, Map<String, List<DataSet>> series) {
        List<DataSet> items = new ArrayList<>();
        series.forEach((uid, objects) -> items.add(DataSet.builder().sequence(SrTag.REFERENCED_SOP, objects)
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, uid).build()));
        return DataSet.builder().sequence(SrTag.REFERENCED_SERIES, items)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study).build();
    }

    private void readBack(Case casefile, byte[] report) throws IOException {
        Case written = casefile.withoutPlaces();
        Case read = new MeasurementReportImporter(structures).read(report, "The report").casefile();
        if (!read.equals(written)) {
            throw new IOException("The structured report did not read back as the case it was made from ("
                    + differing(written, read) + "), so it was not written; please report this with the version of"
                    + " Foramen.");
        }
    }

    private static String differing(Case a, Case b) {
        if (!a.annotations().equals(b.annotations())) {
            return "annotations differ";
        }
        if (!a.plans().equals(b.plans())) {
            return "needle plans differ";
        }
        if (!a.ledger().equals(b.ledger())) {
            return "ledgers differ";
        }
        if (!a.patient().equals(b.patient())) {
            return "patients differ";
        }
        if (!a.risks().equals(b.risks())) {
            return "risks differ";
        }
        if (!a.sessions().equals(b.sessions())) {
            return "sessions differ";
        }
        return a.followUp().equals(b.followUp()) ? "clips, scales or the heading differ" : "visits or events differ";
    }
}

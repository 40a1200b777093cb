package foramen.app.sample;

import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import foramen.app.composition.UserException;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Region;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Bounds;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Progress;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.edit.OpenedClip;
import foramen.workspace.edit.SaveState;
import foramen.workspace.export.ExportResult;
import foramen.workspace.export.ExportService;
import foramen.workspace.measure.AnnotationReading;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.measure.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The whole job on the sample clips without a screen, through the very rooms the window uses: open, outline, measure,
 * plan, record, export, close, open again and compare.
 */
public final class Demo {
    private static final String OPERATOR = "Demo Operator";

    private final Composition composition;
    private final Supplier<Optional<Path>> sampleClips;

    /** A demo over the rooms of {@code composition}. */
    public Demo(Composition composition) {
        this(composition, SampleClips::folder);
    }

    Demo(Composition composition, Supplier<Optional<Path>> sampleClips) {
        this.composition = composition;
        this.sampleClips = sampleClips;
    }

    /**
     * What a demo made.
     *
     * @param lines what was read off and where things lie, for the console
     * @param files what was written
     */
    public record Outcome(List<String> lines, List<Path> files) {}

    /**
     * Does the job.
     *
     * @param folder where the record and the documents go
     */
    public Outcome run(Path folder, Progress progress) throws IOException, UserException {
        Path samples = sampleClips.get().orElseThrow(() -> new UserException(
                "The sample clips are not here; make them with 'foramen phantom -o sample-dicom' and try again."));
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<Case> left = new ArrayList<>();
        List<DemoScript> scripts = DemoScript.all();
        try (CaseStore store = composition.openStore(folder)) {
            for (int i = 0; i < scripts.size(); i++) {
                Progress part = progress.part((double) i / scripts.size(), (i + 1.0) / scripts.size());
                left.add(job(scripts.get(i), samples, store, folder, lines, files, part));
            }
        }
        reopen(folder, left, lines);
        return new Outcome(lines, files);
    }

    private Case job(DemoScript script, Path samples, CaseStore store, Path folder, List<String> lines,
            List<Path> files, Progress progress) throws IOException, UserException {
        progress.report(0, script.indication());
        CurrentThreadJobRunner jobs = new CurrentThreadJobRunner();
        CaseEditor editor = new CaseEditor(store, jobs, composition.clock(), () -> OPERATOR, composition::newId);
        Path file = samples.resolve(script.clip() + ".dcm");
        OpenedClip opened = new OpenClip(composition.clipReader(), composition.clipCatalogs(), store, jobs,
                composition.clock(),
                composition::newId).openNow(file, progress);
        try (Clip clip = opened.clip()) {
            editor.begin(freshCase(opened));
            editor.commit(editor.current().withSide(script.side()).withIndication(script.indication()),
                    "Set side and indication");
            FrameRef frame = new FrameRef(clip.info().identity().sopInstanceUid(), script.frameIndex());
            outline(script, samples, editor, frame);
            NeedlePlan plan = plan(script, clip.info(), editor, frame);
            new DemoSession(composition, OPERATOR).give(script, clip.info(), editor, plan);
            editor.rememberView(frame);
            report(file, clip, editor.current(), frame, lines);
            export(clip, editor.current(), frame, folder, lines, files, progress);
            requireSaved(editor);
            return editor.current();
        }
    }

    /** A case of its own for each run, so that a second run into the same folder doubles nobody's doses. */
    private Case freshCase(OpenedClip opened) {
        Case current = opened.stored().current();
        if (opened.isNew()) {
            return current;
        }
        ClipInfo info = opened.clip().info();
        Case fresh = Case.begin(new CaseId(composition.newId()), composition.clock().instant())
                .withPatient(info.patient());
        return current.clips().stream().filter(c -> c.sopInstanceUid().equals(info.identity().sopInstanceUid()))
                .reduce(fresh, Case::withClip, (a, b) -> b);
    }

    private static void outline(DemoScript script, Path samples, CaseEditor editor, FrameRef frame)
            throws IOException {
        SampleTruth truth = SampleTruth.read(samples.resolve(script.clip() + ".truth.json"));
        StructureCatalog catalog = StructureCatalog.standard();
        for (String structure : script.structures()) {
            Optional<SampleTruth.Entry> entry = truth.outline(frame.index(), structure);
            if (entry.isPresent()) {
                ScanPlane plane = structure.equals(script.longAxisStructure())
                        ? ScanPlane.LONG_AXIS
                        : ScanPlane.SHORT_AXIS;
                Annotation drawn = new Annotation(editor.newId(), frame, new Shape.Outline(entry.get().polygon()),
                        structure, script.side(), script.level(), plane, "", false, OPERATOR, editor.now());
                editor.commit(editor.current().withAnnotation(drawn),
                        "Outline " + catalog.get(structure).name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static NeedlePlan plan(DemoScript script, ClipInfo info, CaseEditor editor, FrameRef frame)
            throws UserException {
        Region picture = info.calibration().mainRegion()
                .orElseThrow(
                        () -> new UserException("The sample clip " + script.clip() + " has lost its calibration."));
        Point entry = new Point(picture.minX() + script.entryAcross() * (picture.maxX() - picture.minX()),
                picture.minY() + script.entryDown() * (picture.maxY() - picture.minY()));
        Point target = editor.current().annotationsOn(frame).stream()
                .filter(a -> a.structureId().equals(script.targetStructure()))
                .map(a -> Bounds.of(a.shape().points()).centre()).findFirst().orElseThrow(() -> new UserException(
                        "The sample clip " + script.clip() + " has lost the outline of its target."));
        NeedlePlan plan = new NeedlePlan(editor.newId(), frame, entry, target, script.side(), script.targetName(), "",
                "", OPERATOR, editor.now());
        editor.commit(editor.current().withPlan(plan), "Plan the needle");
        return plan;
    }

    private void report(Path file, Clip clip, Case current, FrameRef frame, List<String> lines) {
        lines.add(file.getFileName() + ", frame " + frame.number() + ": " + current.indication());
        CaseReadings readings = composition.readings();
        for (AnnotationReading a : readings.annotations(current, clip.info(), frame.index())) {
            a.readings().forEach(r -> lines.add("  " + a.structure().name() + ", " + a.annotation().laterality().words()
                    + ": " + r.quantity().label().toLowerCase(Locale.ROOT) + " "
                    + r.text(Locale.ROOT) + " (" + r.provenance() + ")"));
        }
        for (PlanReading p : readings.plans(current, clip.info(), frame.index())) {
            lines.add("  Plan to " + p.plan().targetName() + ": depth " + p.reading().depth().text(Locale.ROOT)
                    + ", path " + p.reading().pathLength().text(Locale.ROOT) + ", angle to skin "
                    + p.reading().angleToSkin().text(Locale.ROOT)
                    + p.reading().visibility().map(v -> " (" + v.label() + ")").orElse(""));
            p.reading().clearances().forEach(c -> lines.add("    " + c.obstacle().name() + ": "
                    + c.fromPath().text(Locale.ROOT) + " from the path"));
        }
        current.ledger().forEach(l -> lines.add("  Recorded: " + l.productName() + " " + l.concentration().text() + ", "
                + l.volumeMl().toPlainString() + " mL = " + l.dose().text() + ", " + l.laterality().words()));
    }

    private void export(Clip clip, Case current, FrameRef frame, Path folder, List<String> lines, List<Path> files,
            Progress progress) throws UserException {
        ExportService service = composition.exports();
        Set<ExportKind> kinds = service.kinds().stream().filter(ExportKind::isUsual).collect(Collectors.toSet());
        ExportResult result = service.export(new ExportSubject(current, clip, frame.index(),
                composition.clock().instant(), OPERATOR, ProductVersion.current()), kinds, folder, progress);
        if (!result.isComplete()) {
            throw new UserException(result.failures().getFirst().sentence());
        }
        result.written().forEach(w -> {
            files.add(w.file());
            lines.add("  Wrote " + w.file());
        });
    }

    private static void requireSaved(CaseEditor editor) throws UserException {
        if (editor.saveStateProperty().get() instanceof SaveState.Failed f) {
            throw new UserException(f.sentence());
        }
    }

    private void reopen(Path folder, List<Case> left, List<String> lines) throws StoreException, UserException {
        try (CaseStore store = composition.openStore(folder)) {
            for (Case c : left) {
                CaseId id = c.id();
                boolean same = store.find(id).filter(s -> s.current().equals(c)).isPresent();
                if (!same) {
                    throw new UserException("The record of case " + id.value() + " does not read back as it was left.");
                }
            }
        }
        lines.add("Closed, opened again and found all " + left.size() + " cases as they were left, in " + folder);
    }
}

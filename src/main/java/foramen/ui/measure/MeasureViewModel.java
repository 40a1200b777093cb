package foramen.ui.measure;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.measure.AnnotationReading;
import foramen.workspace.measure.CaseReadings;
import foramen.workspace.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the outlines and calipers of the frame in view measure; computed from them each time, never kept. */
public final class MeasureViewModel {
    private static final MeasureState NOTHING = new MeasureState(false, 1, "", false, List.of(), List.of());

    private final Workbench bench;
    private final Words words;
    private final CaseReadings readings;
    private final ReadOnlyObjectWrapper<MeasureState> state = new ReadOnlyObjectWrapper<>(this, "state", NOTHING);

    /**
     * @param bench the case, the clip and the frame in view
     * @param readings reads values off the case
     */
    public MeasureViewModel(Workbench bench, CaseReadings readings) {
        this.bench = bench;
        this.words = bench.words();
        this.readings = readings;
        refresh();
        bench.onChange(this::refresh);
    }

    /** What to show. */
    public ReadOnlyObjectProperty<MeasureState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public MeasureState state() {
        return state.get();
    }

    /** Takes the outline tool in hand, for the sciatic nerve. */
    public void outlineNerve() {
        bench.editor().selectionProperty().set(Optional.empty());
        bench.tools().next().structureIdProperty().set(StructureCatalog.SCIATIC_NERVE);
        bench.tools().toolProperty().set(ToolId.POLYGON);
    }

    /** Selects the annotation that a value belongs to. */
    public void select(String annotationId) {
        bench.editor().selectionProperty().set(Optional.of(annotationId));
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void refresh() {
        MeasureState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private MeasureState compute() {
        Optional<FrameRef> frame = bench.frame();
        Optional<ClipInfo> info = bench.info();
        if (frame.isEmpty() || info.isEmpty()) {
            return NOTHING;
        }
        List<MeasureState.Instrument> nerves = new ArrayList<>();
        List<MeasureState.Instrument> others = new ArrayList<>();
        for (AnnotationReading r : readings.annotations(bench.shown(), info.get(), frame.get().index())) {
            if (!r.readings().isEmpty()) {
                (isNerveOutline(r.annotation()) ? nerves : others).add(instrument(r));
            }
        }
        Calibration calibration = bench.shown().calibrationOf(info.get());
        boolean calibrated = calibration.overallScale() instanceof Scale.Known;
        String scale = calibrated ? words.text("scale", words.said(calibration.summary())) : words.text("scale.pixels");
        return new MeasureState(true, frame.get().number(), scale, calibrated, nerves, others);
    }

    private static boolean isNerveOutline(Annotation a) {
        return a.structureId().equals(StructureCatalog.SCIATIC_NERVE) && a.shape() instanceof Shape.Area;
    }

    private MeasureState.Instrument instrument(AnnotationReading r) {
        Annotation a = r.annotation();
        Structure structure = r.structure();
        String level = a.level() == ScanLevel.UNSPECIFIED ? "" : words.of(a.level());
        return new MeasureState.Instrument(a.id(), title(words, structure, a), structure.letter(), structure.colour(),
                level,
                r.readings().getFirst(), r.readings().stream().skip(1).toList(), caution(r),
                bench.selected().filter(a.id()::equals).isPresent());
    }

    static String title(Words words, Structure structure, Annotation a) {
        return Stream.of(words.of(structure), a.laterality() == Laterality.UNSPECIFIED ? "" : words.of(a.laterality()),
                a.plane() == ScanPlane.UNSPECIFIED ? "" : words.of(a.plane()), a.label().strip())
                .filter(w -> !w.isEmpty()).collect(Collectors.joining(", "));
    }

    /** A number without side or plane must not pass for one that can be compared. */
    private String caution(AnnotationReading r) {
        Annotation a = r.annotation();
        if (!r.warnings().isEmpty()) {
            return r.warnings().stream().map(words::said).collect(Collectors.joining(" "));
        }
        if (a.laterality() == Laterality.UNSPECIFIED) {
            return words.text("measure.caution.side");
        }
        if (isNerveOutline(a) && a.plane() != ScanPlane.SHORT_AXIS) {
            return a.plane() == ScanPlane.UNSPECIFIED
                    ? words.text("measure.caution.plane")
                    : words.text("measure.caution.long");
        }
        return "";
    }
}

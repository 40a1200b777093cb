package foramen.ui.measure;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.CalibrationVerdict;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.overlay.Draft;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.tool.ToolId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Sets the scale of the open clip from drawn lines of known length: what was typed, and what it would mean. */
public final class CalibrateViewModel {
    private static final CalibrateState CLOSED = new CalibrateState(false, false, 0, "", Optional.empty(), false,
            false, List.of());

    /** What a length is typed in. */
    public enum LengthUnit {
        MILLIMETRE("mm", BigDecimal.ONE), CENTIMETRE("cm", BigDecimal.TEN);

        private final String symbol;
        private final BigDecimal mm;

        LengthUnit(String symbol, BigDecimal mm) {
            this.symbol = symbol;
            this.mm = mm;
        }

        /** The unit as shown. */
        public String symbol() {
            return symbol;
        }
    }

    private final Workbench bench;
    private final Words words;
    private final DateTimeFormatter times;
    private final StringProperty firstLength = new SimpleStringProperty("");
    private final StringProperty secondLength = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<LengthUnit> unit = new SimpleObjectProperty<>(LengthUnit.MILLIMETRE);
    private final ReadOnlyObjectWrapper<CalibrateState> state = new ReadOnlyObjectWrapper<>(this, "state", CLOSED);

    /**
     * @param bench the case, the clip and the tool in hand
     * @param zone for the times that are shown
     */
    public CalibrateViewModel(Workbench bench, ZoneId zone) {
        this.bench = bench;
        this.words = bench.words();
        this.times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
        bench.onChange(this::refresh);
        bench.tools().toolProperty().addListener((o, was, now) -> refresh());
        bench.tools().draftProperty().addListener((o, was, now) -> refresh());
        List.of(firstLength, secondLength, reason).forEach(p -> p.addListener((o, was, now) -> refresh()));
        unit.addListener((o, was, now) -> refresh());
        refresh();
    }

    /** The length of the first line as typed. */
    public StringProperty firstLengthProperty() {
        return firstLength;
    }

    /** The length of the second line as typed. */
    public StringProperty secondLengthProperty() {
        return secondLength;
    }

    /** Why a protected scale is overridden, as typed. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** What the lengths are typed in. */
    public ObjectProperty<LengthUnit> unitProperty() {
        return unit;
    }

    /** What to show. */
    public ReadOnlyObjectProperty<CalibrateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public CalibrateState state() {
        return state.get();
    }

    /** Takes the tool in hand. */
    public void begin() {
        bench.tools().toolProperty().set(ToolId.CALIBRATE);
    }

    /** Gives up what is drawn and typed, and puts the tool down. */
    public void cancel() {
        clear();
        bench.tools().toolProperty().set(ToolId.SELECT);
    }

    /** Sets the scale, one step of undo; does nothing where it cannot be set as it stands. */
    public void apply() {
        Optional<ManualCalibration> proposed = proposed(bench.editor().newId());
        if (!state.get().canApply() || proposed.isEmpty()) {
            return;
        }
        ManualCalibration set = proposed.get();
        Calibration calibration = calibration();
        Case next = bench.casefile();
        for (ManualCalibration earlier : calibration.manual()) {
            if (calibration.sharesExtent(earlier, set)) {
                next = next.withoutCalibration(earlier.id());
            }
        }
        String action = set.overrideReason().isEmpty() ? "Calibrate by hand" : "Override the protected scale";
        bench.editor().commit(next.withCalibration(set), action);
        cancel();
    }

    /** Takes a scale away again, so that the file's holds; one step of undo. */
    public void remove(String id) {
        bench.editor().commit(bench.casefile().withoutCalibration(id), "Remove the scale set by hand");
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void clear() {
        firstLength.set("");
        secondLength.set("");
        reason.set("");
    }

    private void refresh() {
        CalibrateState now = bench.info().map(this::compute).orElse(CLOSED);
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private CalibrateState compute(ClipInfo info) {
        boolean drawing = bench.tools().toolProperty().get() == ToolId.CALIBRATE;
        List<CalibrateState.Set> set = calibration().manual().stream().map(this::told).toList();
        int lines = drawing ? segments().size() : 0;
        String complaint = drawing ? complaint(lines) : "";
        Optional<CalibrationVerdict> verdict = drawing
                ? proposed("proposed").map(p -> bench.casefile().calibrationOf(info).judge(p))
                : Optional.empty();
        boolean needsReason = verdict.filter(CalibrationVerdict.NeedsReason.class::isInstance).isPresent();
        boolean possible = verdict.filter(v -> !(v instanceof CalibrationVerdict.Refused)).isPresent();
        return new CalibrateState(drawing || !set.isEmpty(), drawing, lines, complaint, verdict, needsReason,
                possible && (!needsReason || !reason.get().isBlank()), set);
    }

    private CalibrateState.Set told(ManualCalibration m) {
        String told = words.text(m.author().isBlank() ? "calibrate.told" : "calibrate.told.by", m.lengths(),
                times.format(m.at()), m.author().strip());
        return new CalibrateState.Set(m.id(), m.overrideReason().isBlank()
                ? words.text("calibrate.told.plain", told)
                : words.text("calibrate.told.why", told, m.overrideReason()));
    }

    private String complaint(int lines) {
        boolean first = lines >= 1 && !firstLength.get().isBlank() && mm(firstLength.get()).isEmpty();
        boolean second = lines == 2 && !secondLength.get().isBlank() && mm(secondLength.get()).isEmpty();
        return first || second ? words.text("calibrate.complaint") : "";
    }

    private Optional<ManualCalibration> proposed(String id) {
        List<Segment> drawn = segments();
        List<Optional<Double>> lengths = List.of(mm(firstLength.get()), mm(secondLength.get()));
        List<KnownLength> known = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Segment s = drawn.get(i);
            lengths.get(i).ifPresent(mm -> known.add(new KnownLength(s, mm)));
        }
        Optional<FrameRef> frame = bench.frame();
        return known.isEmpty() || known.size() < drawn.size() || frame.isEmpty()
                ? Optional.empty()
                : Optional.of(new ManualCalibration(id, frame.get(), known, bench.editor().operator(),
                        bench.editor().now(), state.get().needsReason() ? reason.get().strip() : ""));
    }

    private Optional<Double> mm(String typed) {
        return Decimals.parse(typed).map(d -> d.multiply(unit.get().mm).doubleValue()).filter(mm -> mm > 0);
    }

    /** The whole lines of the draft. */
    private List<Segment> segments() {
        List<Point> placed = bench.tools().draftProperty().get()
                .filter(d -> d.kind() == Draft.Kind.KNOWN_LENGTH).map(Draft::placed).orElse(List.of());
        List<Segment> lines = new ArrayList<>();
        for (int i = 0; i + 1 < placed.size(); i += 2) {
            lines.add(new Segment(placed.get(i), placed.get(i + 1)));
        }
        return lines;
    }

    private Calibration calibration() {
        return bench.info().map(bench.casefile()::calibrationOf).orElseGet(Calibration::none);
    }
}

package foramen.ui.viewer;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.SiteValue;
import foramen.ui.support.Tone;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.cine.ClipLink;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.LinkMode;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.measure.PairVerdict;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Two pictures side by side: the one that is worked on and a second to look at. It says where the second stands, how it
 * follows the first, whether both have one physical scale, and what comes of comparing what is drawn in them.
 */
public final class TwinViewModel {
    private static final double MILLIS = 1000;

    private final Workbench bench;
    private final Words words;
    private final ViewerViewModel main;
    private final ViewerViewModel second;
    private final Companion companion;
    private final PairVerdict verdicts;
    private final BooleanProperty showing = new SimpleBooleanProperty(this, "showing");
    private final ReadOnlyBooleanWrapper sameScale = new ReadOnlyBooleanWrapper(this, "sameScale");
    private final ReadOnlyBooleanWrapper secondFirst = new ReadOnlyBooleanWrapper(this, "secondFirst");
    private final ReadOnlyObjectWrapper<PairState> state = new ReadOnlyObjectWrapper<>(this, "state",
            PairState.NOTHING);
    private boolean moving;
    private boolean exchanging;

    /**
     * @param bench the case and the picture that is worked on
     * @param main how that picture is looked at
     * @param companion the second clip
     * @param verdicts compares the two
     */
    public TwinViewModel(Workbench bench, ViewerViewModel main, Companion companion, PairVerdict verdicts) {
        this.bench = bench;
        this.words = bench.words();
        this.main = main;
        this.companion = companion;
        this.verdicts = verdicts;
        second = new ViewerViewModel(words);
        second.annotationsProperty().bindBidirectional(main.annotationsProperty());
        second.rulersProperty().bindBidirectional(main.rulersProperty());
        second.infoProperty().bindBidirectional(main.infoProperty());
        // Two sides are not compared where one of them is inverted.
        second.lookProperty().bindBidirectional(main.lookProperty());
        companion.clipProperty().addListener((o, was, now) -> {
            if (!exchanging) {
                shown(now);
            }
        });
        main.transformProperty().addListener((o, was, now) -> moved(main, second, was, now));
        second.transformProperty().addListener((o, was, now) -> moved(second, main, was, now));
        bench.onChange(this::refresh);
        companion.frames().currentProperty().addListener((o, was, now) -> refresh());
        companion.linkProperty().addListener((o, was, now) -> refresh());
        showing.addListener((o, was, now) -> refresh());
    }

    private void shown(Optional<Clip> clip) {
        sameScale.set(false);
        clip.map(Clip::info).ifPresent(info -> {
            PictureLook look = main.lookProperty().get();
            second.showPicture(info.columns(), info.rows(), aspect(info));
            main.lookProperty().set(look);
            // As one looks at a patient's picture: the patient's right is on the left.
            secondFirst.set(side(bench.info()) == Laterality.LEFT && side(Optional.of(info)) == Laterality.RIGHT);
            showing.set(true);
        });
        refresh();
    }

    private Laterality side(Optional<ClipInfo> clip) {
        return clip.map(bench.casefile()::sideOf).orElse(Laterality.UNSPECIFIED);
    }

    private double aspect(ClipInfo info) {
        return bench.casefile().calibrationOf(info).pixelAspect();
    }

    /** Calls {@code clips}, which exchanges the clips, so that the pictures stay where they are and look as they did. */
    public void exchange(Runnable clips) {
        exchanging = true;
        moving = true;
        try {
            ViewerViewModel before = new ViewerViewModel(words);
            before.take(main);
            ViewerViewModel beside = new ViewerViewModel(words);
            beside.take(second);
            PictureLook look = main.lookProperty().get();
            clips.run();
            main.take(beside);
            second.take(before);
            main.lookProperty().set(look);
            secondFirst.set(!secondFirst.get());
        } finally {
            moving = false;
            exchanging = false;
        }
        refresh();
    }

    /** Links the two pictures as they stand, or parts them. */
    public void link(LinkMode mode) {
        companion.link(mode);
    }

    /** Links them in the way that fits them best, or parts them where they are linked. */
    public void toggleLink() {
        link(companion.linkProperty().get().mode() == LinkMode.FREE ? companion.best() : LinkMode.FREE);
    }

    /** Shows both at one scale and moves them together, or lets each be; needs a scale in both. */
    public void toggleScale() {
        sameScale.set(!sameScale.get() && ratio().isPresent());
        if (sameScale.get()) {
            moving = true;
            atScaleOfMain(ratio().orElse(1));
            moving = false;
        }
        refresh();
    }

    /** Beside a fitted picture the second lies in the middle of its view too, whatever size that had before. */
    private void atScaleOfMain(double ratio) {
        if (main.fittedProperty().get()) {
            second.fit();
        }
        second.zoomTo(main.transformProperty().get().zoom() * ratio);
    }

    /** Whether both pictures have a scale. */
    public boolean canScale() {
        return ratio().isPresent();
    }

    /** Zoom of the second by zoom of the first where a millimetre is as wide in both. */
    private OptionalDouble ratio() {
        Optional<ClipInfo> one = bench.info();
        Optional<ClipInfo> other = companion.clipProperty().get().map(Clip::info);
        if (one.isPresent() && other.isPresent()
                && bench.casefile().calibrationOf(one.get()).overallScale() instanceof Scale.Known a
                && bench.casefile().calibrationOf(other.get()).overallScale() instanceof Scale.Known b) {
            return OptionalDouble.of(b.mmAcross(1) / a.mmAcross(1));
        }
        return OptionalDouble.empty();
    }

    private void moved(ViewerViewModel from, ViewerViewModel to, ViewTransform was, ViewTransform now) {
        OptionalDouble ratio = ratio();
        if (moving || !sameScale.get() || ratio.isEmpty() || was.mirrored() != now.mirrored()) {
            return;
        }
        if (from == second && second.isResizing()) {
            moving = true;
            atScaleOfMain(ratio.getAsDouble());
            moving = false;
            return;
        }
        double factor = from == main ? ratio.getAsDouble() : 1 / ratio.getAsDouble();
        double zoom = now.zoom() * factor;
        moving = true;
        try {
            if (from.fittedProperty().get()) {
                to.fit();
                to.zoomTo(zoom);
            } else if (!from.isResizing()) {
                to.follow(was, now, zoom);
            }
            // Where one can go no further, neither does the other.
            from.zoomTo(to.transformProperty().get().zoom() / factor);
        } finally {
            moving = false;
        }
    }

    private void refresh() {
        companion.clipProperty().get().map(Clip::info).ifPresent(i -> second.shape(aspect(i)));
        PairState next = showing.get() && !exchanging ? compute() : PairState.NOTHING;
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }

    private PairState compute() {
        Optional<Clip> beside = companion.clipProperty().get();
        Optional<LoadedFrame> frame = companion.frames().currentProperty().get();
        Optional<ClipInfo> here = bench.info();
        if (beside.isEmpty() || frame.isEmpty() || here.isEmpty()) {
            return PairState.NOTHING;
        }
        var result = verdicts.of(bench.shown(),
                new PairVerdict.Picture(here.get(), bench.frameShown().getValue().intValue()),
                new PairVerdict.Picture(beside.get().info(), frame.get().index()), bench.selected());
        return switch (result.comparison()) {
            case Comparison.Refused r -> new PairState(linkWords(), "", words.said(r.reason()), "", Tone.NEUTRAL);
            case Comparison.Made m -> made(m, result.remarks());
        };
    }

    private PairState made(Comparison.Made m, List<String> remarks) {
        String values = words.text("pair.values", value(m.first()), value(m.second()), signed(m.difference()),
                m.first().site().side().letter(), m.second().site().side().letter(), number(m.ratio(), 2),
                words.said(m.first().method()),
                words.of(m.first().site().level()));
        String said = Stream.concat(m.verdicts().stream().map(v -> words.said(v.words()) + "."),
                remarks.stream().map(words::said)).collect(Collectors.joining(" "));
        String source = m.verdicts().stream().flatMap(v -> v.citation().stream()).map(c -> c.words()).distinct()
                .collect(Collectors.joining("; "));
        boolean telling = m.verdicts().stream().anyMatch(v -> switch (v.outcome()) {
            case BEYOND_MEASUREMENT_ERROR, SUGGESTIVE -> true;
            default -> false;
        });
        return new PairState(linkWords(), values, said, source, telling ? Tone.AMBER : Tone.NEUTRAL);
    }

    private String value(SiteValue v) {
        return v.site().side().letter() + " " + number(v.value(), 1) + " mm²";
    }

    private String signed(double difference) {
        return (difference < 0 ? "−" : "+") + number(Math.abs(difference), 1);
    }

    private String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(words.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private String linkWords() {
        ClipLink link = companion.linkProperty().get();
        return switch (link.mode()) {
            case FREE -> words.text("pair.link.free");
            case FRAME -> words.text("pair.link.frame", (link.frames() < 0 ? "−" : "+") + Math.abs(link.frames()));
            case TIME -> words.text("pair.link.time", (link.millis() < 0 ? "−" : "+")
                    + number(Math.abs(link.millis()) / MILLIS, 2));
            case POSITION -> words.text("pair.link.position", Stream
                    .of(bench.info(), companion.clipProperty().get().map(Clip::info)).flatMap(Optional::stream)
                    .map(i -> Integer.toString(i.frames())).toArray());
        };
    }

    /** Calls {@code action} whenever the case or what is dragged in it changes. */
    void onShownCase(Runnable action) {
        bench.editor().caseProperty().subscribe(action);
        bench.tools().previewProperty().subscribe(action);
    }

    /** The case as the pictures show it. */
    Case shownCase() {
        return bench.shown();
    }

    /** Whether the first picture plays, and the second with it. */
    ReadOnlyBooleanProperty playing() {
        return bench.cine().playingProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** The second clip. */
    public Companion companion() {
        return companion;
    }

    /** How the second picture is looked at. */
    public ViewerViewModel second() {
        return second;
    }

    /** Whether there is room for two pictures, be there a second clip yet or not. */
    public BooleanProperty showingProperty() {
        return showing;
    }

    /** Whether both are shown at one scale. */
    public ReadOnlyBooleanProperty sameScaleProperty() {
        return sameScale.getReadOnlyProperty();
    }

    /** Whether the second picture stands before the first: on its left, or above. */
    public ReadOnlyBooleanProperty secondFirstProperty() {
        return secondFirst.getReadOnlyProperty();
    }

    /** What stands beneath them. */
    public ReadOnlyObjectProperty<PairState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}

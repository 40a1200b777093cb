package foramen.ui.annotate;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.follow.Following;
import foramen.workspace.follow.FrameState;
import foramen.workspace.follow.Track;
import foramen.workspace.follow.TrackReview;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Following a structure over the frames of the clip in view: starts it, and takes the operator's word on each frame. The
 * structure meant is the selected outline; with none selected the only one on the frame, else the one meant last.
 */
public final class FollowViewModel {
    private static final Track.Tally NOTHING = new Track.Tally(0, 0, 0, 0, 0);

    private final Workbench bench;
    private final Words words;
    private final StructureCatalog catalog;
    private final Following following;
    private final TrackReview review;
    private final NumberFormat number;
    private final ReadOnlyObjectWrapper<FollowState> state;
    private Optional<String> meant = Optional.empty();
    private Optional<Known> known = Optional.empty();
    private Optional<Range> chosen = Optional.empty();

    /** A track, so that it is not sought again for every frame shown. */
    private record Known(Case casefile, Annotation lead, Optional<Track> track) {}

    /** A range that the operator chose on a clip, from 0. */
    private record Range(String clipUid, int from, int to) {}

    /**
     * @param bench the case, the clip and the frame in view
     * @param catalog names of structures
     * @param following follows outlines
     * @param locale for numbers
     */
    public FollowViewModel(Workbench bench, StructureCatalog catalog, Following following, Locale locale) {
        this.bench = bench;
        this.words = bench.words();
        this.catalog = catalog;
        this.following = following;
        this.review = new TrackReview(bench.editor());
        number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(2);
        number.setMaximumFractionDigits(2);
        state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.onChange(this::refresh);
        bench.clip().addListener((o, was, now) -> following.cancel());
        following.runningProperty().addListener((o, was, now) -> refresh());
        following.saidProperty().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<FollowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public FollowState state() {
        return state.get();
    }

    /** The run under way, for its progress. */
    public ReadOnlyObjectProperty<Optional<JobRunner.Handle>> runningProperty() {
        return following.runningProperty();
    }

    /** Sets the first frame of the range, from 1; answers with one sentence why not, or with nothing. */
    public String typeFrom(String typed) {
        return type(typed, (f, r) -> chosen = Optional.of(new Range(r.clipUid(), f, Math.max(f, r.to()))));
    }

    /** Sets the last frame of the range, from 1; answers with one sentence why not, or with nothing. */
    public String typeTo(String typed) {
        return type(typed, (t, r) -> chosen = Optional.of(new Range(r.clipUid(), Math.min(t, r.from()), t)));
    }

    private String type(String typed, BiConsumer<Integer, Range> take) {
        Optional<Range> range = range();
        int frames = bench.info().map(i -> i.frames()).orElse(0);
        try {
            int frame = Integer.parseInt(typed.strip());
            if (range.isEmpty() || frame < 1 || frame > frames) {
                return words.text("follow.range", frames);
            }
            take.accept(frame - 1, range.get());
        } catch (NumberFormatException e) {
            return words.text("follow.number", frames);
        }
        refresh();
        return "";
    }

    /** Follows the structure by the pictures, both ways from its key frames. */
    public void follow() {
        run(following::follow);
    }

    /** Fills the frames between its key frames. */
    public void interpolate() {
        run(following::interpolate);
    }

    private interface Way {
        void over(Clip clip, Annotation lead, int from, int to);
    }

    private void run(Way way) {
        Optional<Annotation> lead = lead();
        Optional<Range> range = range();
        if (lead.isPresent() && range.isPresent()) {
            way.over(bench.clip().getValue().orElseThrow(), lead.get(), range.get().from(), range.get().to());
        }
    }

    /** Stops following; the case stays as it was. */
    public void cancel() {
        following.cancel();
    }

    /** Accepts the outline on the frame in view. */
    public void accept() {
        here(review::accept);
    }

    /** Rejects the outline on the frame in view. */
    public void reject() {
        here(review::reject);
    }

    /** Rejects from the frame in view as far as the next key frame; says how many accepted frames stay. */
    public void rejectFromHere() {
        here((t, f) -> {
            int stay = review.rejectFrom(t, f);
            if (stay > 0) {
                bench.tools().say(words.count("follow.stay", stay));
            }
        });
    }

    /** Makes the outline on the frame in view a key frame. */
    public void makeKey() {
        here(review::makeKey);
    }

    private void here(BiConsumer<Track, Integer> action) {
        bench.frame().ifPresent(f -> track().ifPresent(t -> action.accept(t, f.index())));
    }

    /** Accepts all frames that wait and do not drift. */
    public void acceptSteady() {
        track().ifPresent(review::acceptSteady);
    }

    /** Removes what was followed and neither accepted nor corrected. */
    public void clear() {
        track().ifPresent(review::clear);
    }

    /** Shows the next frame that waits for the operator, those that drift first. */
    public void nextToCheck() {
        bench.frame().flatMap(f -> track().flatMap(t -> TrackReview.nextToCheck(t, f.index()))).ifPresent(i -> {
            bench.cine().pause();
            bench.cine().seek(i);
        });
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private Optional<Track> track() {
        return lead().flatMap(this::track);
    }

    private Optional<Track> track(Annotation lead) {
        Case now = bench.casefile();
        if (known.filter(k -> k.casefile().equals(now) && k.lead().equals(lead)).isEmpty()) {
            known = Optional.of(new Known(now, lead, Track.of(now, lead)));
        }
        return known.flatMap(Known::track);
    }

    private Optional<Annotation> lead() {
        Optional<FrameRef> frame = bench.frame();
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        String uid = frame.get().sopInstanceUid();
        Optional<Annotation> found = bench.selected().flatMap(id -> followable(id, uid))
                .or(() -> only(frame.get())).or(() -> meant.flatMap(id -> followable(id, uid)));
        found.ifPresent(a -> meant = Optional.of(a.id()));
        return found;
    }

    private Optional<Annotation> followable(String id, String clipUid) {
        return bench.casefile().annotation(id)
                .filter(a -> Following.canFollow(a) && a.frame().sopInstanceUid().equals(clipUid));
    }

    private Optional<Annotation> only(FrameRef frame) {
        List<Annotation> there = bench.casefile().annotationsOn(frame).stream().filter(Following::canFollow).toList();
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    private Optional<Range> range() {
        return bench.info().map(i -> {
            String uid = i.identity().sopInstanceUid();
            return chosen.filter(r -> r.clipUid().equals(uid)).orElseGet(() -> new Range(uid, 0, i.frames() - 1));
        });
    }

    private void refresh() {
        FollowState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private FollowState compute() {
        Optional<Annotation> lead = lead();
        Optional<Track> track = lead.flatMap(this::track);
        Range range = range().orElse(new Range("", 0, 0));
        int anchors = track.map(t -> t.anchorsWithin(range.from(), range.to())).orElse(0);
        boolean running = following.runningProperty().get().isPresent();
        return new FollowState(bench.info().isPresent(), bench.info().map(i -> i.frames()).orElse(0),
                lead.map(this::called), range.from() + 1, range.to() + 1, running, anchors >= 1 && !running,
                anchors >= 2 && !running,
                bench.frame().flatMap(f -> track.flatMap(t -> t.on(f.index()))).map(this::here),
                track.map(Track::tally).orElse(NOTHING), following.saidProperty().get());
    }

    private FollowState.Here here(Annotation a) {
        String confidence = a.follow().filter(f -> !f.key()).map(f -> confidence(a, f)).orElse("");
        return new FollowState.Here(a.frame().number(), FrameState.of(a), confidence, a.locked());
    }

    private String confidence(Annotation a, Follow f) {
        return a.origin() == Origin.INTERPOLATED
                ? words.text("follow.interpolated")
                : words.text("follow.confidence", number.format(f.confidence()));
    }

    private String called(Annotation a) {
        return words.of(catalog.get(a.structureId()))
                + (a.laterality() == Laterality.UNSPECIFIED ? "" : ", " + words.of(a.laterality()));
    }
}

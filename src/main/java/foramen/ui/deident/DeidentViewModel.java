package foramen.ui.deident;

import foramen.domain.clip.ClipLocation;
import foramen.domain.deident.Box;
import foramen.domain.deident.CopyException;
import foramen.domain.deident.CopyMaker;
import foramen.domain.deident.CopyPreview;
import foramen.domain.deident.CopyResult;
import foramen.domain.deident.CopySource;
import foramen.domain.deident.CopySources;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.CopyWishes;
import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelPolicy.WithoutRegions;
import foramen.job.JobRunner;
import foramen.ui.deident.DeidentState.Ended;
import foramen.ui.deident.DeidentState.Stroke;
import foramen.ui.support.Explanation;
import foramen.ui.support.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Chooses what is copied without the patient, shows what would become of it, and has it written. */
public final class DeidentViewModel {
    private final CopyMaker maker;
    private final JobRunner jobs;
    private final Supplier<List<ClipLocation>> clipsOfCase;
    private final Words words;
    private final CopyRun run;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private final ReadOnlyObjectWrapper<DeidentState> state;
    private final List<CopySource> files = new ArrayList<>();
    private List<String> remarks = List.of();
    private Optional<PixelPolicy.Size> drawnOn = Optional.empty();
    private CopyWishes wishes = CopyWishes.PLAIN;
    private Stroke stroke = Stroke.OVERWRITE;
    private int selected = -1;
    private int frame;
    private Optional<CopyPreview> preview = Optional.empty();
    private String trouble = "";
    private Optional<Path> folder = Optional.empty();
    private Optional<Ended> ended = Optional.empty();
    private String said = "";
    private boolean wrong;
    private JobRunner.@Nullable Handle looking;

    /**
     * @param maker makes the copies
     * @param jobs runs what is slow
     * @param clipsOfCase the clips of the open case
     * @param words what the window says
     */
    public DeidentViewModel(CopyMaker maker, JobRunner jobs, Supplier<List<ClipLocation>> clipsOfCase, Words words) {
        this.maker = maker;
        this.jobs = jobs;
        this.clipsOfCase = clipsOfCase;
        this.words = words;
        this.run = new CopyRun(jobs, words.text("deident.stop"), this::show);
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<DeidentState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public DeidentState state() {
        return state.get();
    }

    /** Whether the page is in sight. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** How far the work under way is, 0 to 1, or negative where that is not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return run.fractionProperty();
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    /** Brings the page into sight. */
    public void open() {
        open.set(true);
        show();
    }

    /** Puts the page away; copies under way are written on. */
    public void close() {
        open.set(false);
    }

    /** Adds files, folders and archives. */
    public void add(List<Path> places) {
        start(words.text("deident.finding"), progress -> maker.find(places, progress), this::found);
    }

    /** Adds the clips of the open case. */
    public void addCase() {
        List<CopySource> clips = clipsOfCase.get().stream()
                .map(l -> CopySource.of(l, l.text(), 0, 0)).toList();
        if (clips.isEmpty()) {
            tell(words.text("deident.nocase"), true);
        } else {
            found(new CopySources(clips, List.of()));
        }
    }

    private void found(CopySources more) {
        more.files().stream().filter(f -> files.stream().noneMatch(g -> g.label().equals(f.label())))
                .forEach(files::add);
        remarks = more.remarks().stream().map(words::said).toList();
        if (selected < 0 && !files.isEmpty()) {
            select(0);
        } else {
            tell(more.files().isEmpty() ? words.text("deident.nothing") : "", more.files().isEmpty());
        }
    }

    /** Takes all files out of the list; the files themselves stay. */
    public void clear() {
        files.clear();
        remarks = List.of();
        select(-1);
    }

    /** Looks at a file, at its first frame. */
    public void select(int index) {
        selected = index < files.size() ? index : -1;
        frame = 0;
        preview = Optional.empty();
        look();
    }

    /** Looks at another frame of the file, from 0. */
    public void frame(int index) {
        if (preview.isPresent() && index != frame && index >= 0 && index < preview.get().frames()) {
            frame = index;
            look();
        }
    }

    /** Says whether something is kept beyond what the profile keeps. */
    public void keep(DeidentOption option, boolean wanted) {
        Set<DeidentOption> next = EnumSet.noneOf(DeidentOption.class);
        next.addAll(wishes.options());
        if (wanted) {
            next.add(option);
        } else {
            next.remove(option);
        }
        wish(new CopyWishes(next, wishes.pixels(), wishes.pseudonym(), wishes.remember()));
    }

    /** Says what holds for files that do not tell where text stands. */
    public void withoutRegions(WithoutRegions next) {
        pixels(new PixelPolicy(wishes.pixels().kept(), wishes.pixels().boxes(), next, drawnOn));
    }

    /** Says what a rectangle drawn next does. */
    public void stroke(Stroke next) {
        stroke = next;
        show();
    }

    /** Adds a rectangle, in whole pixels of the picture; refused where others were drawn on pictures of another size. */
    public void draw(Box box) {
        Optional<PixelPolicy.Size> here = preview.map(p -> new PixelPolicy.Size(p.picture().columns(),
                p.picture().rows()));
        Optional<PixelPolicy.Size> drawn = wishes.pixels().isDrawn() ? wishes.pixels().drawnOn() : Optional.empty();
        if (drawn.isPresent() && here.isPresent() && !drawn.equals(here)) {
            tell(words.text("deident.othersize", drawn.get(), here.get()), true);
            return;
        }
        drawnOn = here;
        List<Box> next = new ArrayList<>(state().boxes(stroke));
        next.add(box);
        boxes(stroke, next);
    }

    /** Adds a rectangle that is typed as {@code x,y,width,height}; answers with one sentence where it is none. */
    public String type(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            draw(Box.parse(text));
            return "";
        } catch (IllegalArgumentException e) {
            return words.text("deident.box.complaint");
        }
    }

    /** Takes a rectangle away. */
    public void remove(Stroke of, Box box) {
        List<Box> next = new ArrayList<>(state().boxes(of));
        next.remove(box);
        boxes(of, next);
    }

    private void boxes(Stroke of, List<Box> next) {
        PixelPolicy now = wishes.pixels();
        pixels(of == Stroke.KEEP
                ? new PixelPolicy(next, now.boxes(), now.withoutText(), drawnOn)
                : new PixelPolicy(now.kept(), next, now.withoutText(), drawnOn));
    }

    private void pixels(PixelPolicy next) {
        boolean bare = next.kept().isEmpty() && next.boxes().isEmpty();
        wish(new CopyWishes(wishes.options(), next, wishes.pseudonym(), wishes.remember() && !bare));
    }

    /** Says whether the rectangles hold for the same scanner from now on. */
    public void remember(boolean wanted) {
        wish(new CopyWishes(wishes.options(), wishes.pixels(), wishes.pseudonym(), wanted));
    }

    /** Takes what the only patient is called, nothing for a name by the key; answers with a sentence why not. */
    public String pseudonym(String name) {
        String complaint = name.isEmpty() ? "" : CopyWishes.objection(name);
        if (complaint.isEmpty()) {
            wish(new CopyWishes(wishes.options(), wishes.pixels(), name, wishes.remember()));
        }
        return words.said(complaint);
    }

    private void wish(CopyWishes next) {
        if (!next.equals(wishes)) {
            wishes = next;
            look();
        }
    }

    /** Says where copies go. */
    public void chooseFolder(Path next) {
        folder = Optional.of(next);
        show();
    }

    /** Says in words where copies go; answers with one sentence where that is no place. */
    public String typeFolder(String text) {
        try {
            Path typed = Path.of(text);
            if (text.isBlank() || !typed.isAbsolute()) {
                return words.text("export.wholepath");
            }
            chooseFolder(typed.normalize());
            return "";
        } catch (InvalidPathException e) {
            return words.text("export.notafolder");
        }
    }

    /** Writes the copies in a job; does nothing where something stands against it. */
    public void write() {
        if (!state().canWrite() || folder.isEmpty()) {
            return;
        }
        List<CopySource> all = List.copyOf(files);
        Path to = folder.get();
        CopyWishes asked = wishes;
        said = "";
        ended = Optional.empty();
        run.start(words.text("deident.job", to), true, progress -> maker.write(all, to, asked, progress), this::written,
                this::failed);
    }

    private void written(CopyResult result) {
        ended = Optional.of(new Ended(result.outcomes(), result.folder(), result.proof()));
        remarks = result.remarks().stream().map(words::said).map(Words::capital).toList();
        long done = result.count(CopyStatus.DONE);
        look();
        // The next run needs a folder of its own, for a proof tells of one run.
        folder = done > 0 ? Optional.empty() : folder;
        tell(words.text(result.cancelled() ? "deident.cancelled" : "deident.done", done, result.outcomes().size(),
                result.folder()), done < result.outcomes().size());
    }

    /** Asks the writing to stop at the next frame; what is whole by then stays, with its proof. */
    public void cancel() {
        run.stop();
        tell(words.text("deident.stopping"), false);
    }

    private <T> void start(String name, foramen.job.Job<T> job, java.util.function.Consumer<T> done) {
        said = "";
        run.start(name, false, job, done, this::failed);
    }

    private void failed(Exception e) {
        tell(words.said(Explanation.of(words, words.text("deident.doing"), e)), true);
    }

    /** Looks again at the file in sight; only the newest question is answered. */
    private void look() {
        if (looking != null) {
            looking.cancel();
        }
        trouble = "";
        if (selected < 0) {
            preview = Optional.empty();
            show();
            return;
        }
        CopySource file = files.get(selected);
        int wanted = frame;
        CopyWishes asked = wishes;
        looking = jobs.start(words.text("deident.looking"), progress -> maker.preview(file, wanted, asked), p -> {
            preview = Optional.of(p);
            show();
        }, e -> {
            preview = Optional.empty();
            trouble = words.text("deident.nocopy", words.said(e instanceof CopyException
                    ? String.valueOf(e.getMessage())
                    : Explanation.of(words, words.text("deident.doing"), e)));
            show();
        });
        show();
    }

    private void tell(String sentence, boolean bad) {
        said = sentence;
        wrong = bad;
        show();
    }

    private void show() {
        DeidentState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private String objection() {
        PixelPolicy p = wishes.pixels();
        boolean drawn = !p.kept().isEmpty() || !p.boxes().isEmpty();
        if (files.stream().noneMatch(CopySource::isOpen)) {
            return words.text("deident.nofiles");
        }
        if (drawn && p.withoutText() == WithoutRegions.LEAVE) {
            return words.text("deident.contradiction");
        }
        return folder.isEmpty() ? words.text("deident.nofolder") : "";
    }

    private DeidentState compute() {
        return new DeidentState(files, selected, preview, trouble, wishes, stroke, folder, objection(), run.name(),
                run.isWriting(), ended, said, wrong, remarks);
    }
}

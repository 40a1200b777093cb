package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.FrameRef;
import foramen.ui.viewer.TwinViewModel;
import foramen.workspace.cine.Companion;
import foramen.workspace.cine.LoadedFrame;
import foramen.workspace.edit.AddedClip;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.edit.OpenClip;
import foramen.workspace.tool.Beside;
import foramen.workspace.tool.ToolController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The several clips of a case: which there are, which is worked on, and which stands beside it. */
public final class ClipPair {
    private final ShellViewModel model;
    private final CaseEditor editor;
    private final OpenClip opener;
    private final Companion companion;
    private final TwinViewModel twin;
    /** What was asked for last wins, whichever comes last. */
    private int askedMain;
    private int askedBeside;

    /**
     * Joins itself to the window.
     *
     * @param model what the window is about
     * @param editor the case
     * @param opener opens clips
     * @param tools are told which frame stands beside the one that is worked on
     * @param twin the two pictures
     */
    public ClipPair(ShellViewModel model, CaseEditor editor, OpenClip opener, ToolController tools,
            TwinViewModel twin) {
        this.model = model;
        this.editor = editor;
        this.opener = opener;
        this.twin = twin;
        this.companion = twin.companion();
        model.attach(this);
        tools.setBeside(() -> companion.clipProperty().get().flatMap(this::beside));
        editor.caseProperty().addListener((o, was, now) -> caseChanged(was, now));
        twin.showingProperty().addListener((o, was, now) -> {
            if (!now) {
                companion.close();
            }
        });
        model.clipProperty().addListener((o, was, now) -> {
            // The file beside was opened anew: twice the same would compare a side with itself.
            if (companion.clipProperty().get().filter(b -> now.filter(n -> uid(n.info()).equals(uid(b.info())))
                    .isPresent()).isPresent()) {
                twin.showingProperty().set(false);
            }
        });
    }

    private Optional<Beside> beside(Clip clip) {
        return companion.frames().currentProperty().get().map(LoadedFrame::index)
                .map(i -> new Beside(clip.info(), i, editor.current().sideOf(clip.info())));
    }

    private void caseChanged(Case was, Case now) {
        if (!was.id().equals(now.id())) {
            twin.showingProperty().set(false);
            return;
        }
        // An undo may have taken a clip out of the case.
        if (companion.clipProperty().get().filter(c -> now.clip(uid(c.info())).isEmpty()).isPresent()) {
            twin.showingProperty().set(false);
        }
        Optional<Clip> shown = model.clipProperty().get();
        if (shown.filter(c -> was.clip(uid(c.info())).isPresent() && now.clip(uid(c.info())).isEmpty()).isPresent()) {
            now.clips().stream().findFirst().ifPresent(this::show);
        }
    }

    /** The clips of the case, in the order they were added. */
    public List<ClipRef> clips() {
        return editor.current().clips();
    }

    /** Adds the clip of a list to the case and shows it beside the one in view. */
    public void add(ClipEntry entry) {
        add(entry.location());
    }

    /** Adds files to the case, each as a clip; the last that can be added is shown beside the one in view. */
    public void add(List<Path> files) {
        files.forEach(f -> add(Files.exists(f) ? ClipLocation.of(f) : ClipLocation.parse(f.toString())));
    }

    private void add(ClipLocation location) {
        if (model.clipProperty().get().isEmpty()) {
            model.open(List.of(location.file()));
            return;
        }
        Case before = editor.current();
        int asked = ++askedBeside;
        opener.add(location, before, added -> added(before, added, asked), model::report);
    }

    private void added(Case before, AddedClip added, int asked) {
        Case now = editor.current();
        if (!now.id().equals(before.id())) {
            // Another case was opened meanwhile; the clip is none of it.
            added.clip().close();
            return;
        }
        if (now.clip(added.ref().sopInstanceUid()).isPresent()) {
            added.clip().close();
            now.clip(added.ref().sopInstanceUid()).filter(c -> asked == askedBeside).ifPresent(this::showBeside);
            return;
        }
        editor.commit(sidesKept(now).withClip(added.ref()), "Add clip " + added.ref().description());
        if (asked == askedBeside) {
            companion.show(added.clip(), 0);
        } else {
            added.clip().close();
        }
    }

    /** Until now everything on the one clip was taken to be of the case's side; it stays so. */
    private Case sidesKept(Case now) {
        if (now.clips().size() != 1 || now.clips().getFirst().side() != Laterality.UNSPECIFIED) {
            return now;
        }
        return now.withClip(now.clips().getFirst().withSide(now.side()));
    }

    /** Works on that clip of the case. */
    public void show(ClipRef ref) {
        int asked = ++askedMain;
        if (isBeside(ref)) {
            activate();
        } else if (!isShown(ref)) {
            opener.fetch(ref, clip -> {
                if (belongs(clip) && asked == askedMain) {
                    model.switchTo(clip, firstFrame(clip.info()));
                } else {
                    clip.close();
                }
            }, model::report);
        }
    }

    /** Shows that clip of the case beside the one that is worked on. */
    public void showBeside(ClipRef ref) {
        int asked = ++askedBeside;
        if (!isShown(ref) && !isBeside(ref)) {
            opener.fetch(ref, clip -> {
                if (belongs(clip) && asked == askedBeside) {
                    companion.show(clip, firstFrame(clip.info()));
                } else {
                    clip.close();
                }
            }, model::report);
        }
    }

    private boolean belongs(Clip clip) {
        return editor.current().clip(uid(clip.info())).isPresent();
    }

    /** Where something is drawn on it, else its beginning. */
    private int firstFrame(ClipInfo info) {
        return editor.current().annotations().stream().map(Annotation::frame)
                .filter(f -> f.sopInstanceUid().equals(uid(info))).map(FrameRef::index).filter(i -> i < info.frames())
                .findFirst().orElse(0);
    }

    /** Shows two pictures or one; the second is the next clip of the case, where there is one. */
    public void toggle() {
        if (twin.showingProperty().get()) {
            twin.showingProperty().set(false);
            return;
        }
        twin.showingProperty().set(true);
        clips().stream().filter(c -> !isShown(c)).findFirst().ifPresent(this::showBeside);
    }

    /** Works on the second picture from now on; both stay where they are. */
    public void activate() {
        if (companion.clipProperty().get().isPresent()) {
            twin.exchange(() -> model.exchange(companion));
        }
    }

    /** Works on the clip of the case that is {@code step} places on; stays at either end. */
    void turn(int step) {
        List<ClipRef> all = clips();
        int at = all.stream().filter(this::isShown).findFirst().map(all::indexOf).orElse(step > 0 ? -1 : all.size());
        int to = at + step;
        if (to >= 0 && to < all.size()) {
            show(all.get(to));
        }
    }

    /** Whether that clip may leave the case: nothing lies on it, and it is not the only one. */
    public boolean canRemove(ClipRef ref) {
        return clips().size() > 1 && !editor.current().uses(ref.sopInstanceUid());
    }

    /** Takes a clip with nothing on it out of the case; its file stays. */
    public void remove(ClipRef ref) {
        if (canRemove(ref)) {
            editor.commit(editor.current().withoutClip(ref.sopInstanceUid()), "Remove clip " + ref.description());
        }
    }

    /** Says which side a clip shows whose file is silent. */
    public void setSide(ClipRef ref, Laterality side) {
        if (stated(ref).isEmpty()) {
            editor.commit(editor.current().withClip(ref.withSide(side)), "Set side of clip " + ref.description());
        }
    }

    /** The side that the file of an open clip states; empty where it is silent. */
    private Optional<Laterality> stated(ClipRef ref) {
        return open(ref).map(ClipInfo::laterality).filter(l -> l != Laterality.UNSPECIFIED);
    }

    /** Whether the side of that clip can be set: it is open, so that its file is known to be silent. */
    public boolean canSetSide(ClipRef ref) {
        return open(ref).isPresent() && stated(ref).isEmpty();
    }

    private Optional<ClipInfo> open(ClipRef ref) {
        return Stream.of(model.clipProperty().get(), companion.clipProperty().get()).flatMap(Optional::stream)
                .map(Clip::info).filter(i -> uid(i).equals(ref.sopInstanceUid())).findFirst();
    }

    /** Whether it is worked on. */
    public boolean isShown(ClipRef ref) {
        return model.clipProperty().get().filter(c -> uid(c.info()).equals(ref.sopInstanceUid())).isPresent();
    }

    /** Whether it stands beside. */
    public boolean isBeside(ClipRef ref) {
        return companion.clipProperty().get().filter(c -> uid(c.info()).equals(ref.sopInstanceUid())).isPresent();
    }

    /** Calls {@code action} when the clips of the case change, or which of them are shown. */
    void onChange(Runnable action) {
        editor.caseProperty().addListener((o, was, now) -> action.run());
        model.clipProperty().addListener((o, was, now) -> action.run());
        companion.clipProperty().addListener((o, was, now) -> action.run());
    }

    /** The two pictures. */
    public TwinViewModel twin() {
        return twin;
    }

    /** Lets the second clip go. */
    public void close() {
        companion.close();
    }

    private static String uid(ClipInfo info) {
        return info.identity().sopInstanceUid();
    }
}

package foramen.report;

import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ClipsAtHand;
import foramen.domain.delivery.ExportSubject;
import foramen.job.Progress;
import foramen.overlay.OverlayComposer;
import java.awt.image.BufferedImage;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the pictures that document a procedure, each clean and annotated, from whichever clip of the case it lies on. */
public final class SetPictures {
    private final AnnotatedFrame painter;

    /**
     * @param composer makes what is drawn
     * @param typefaces for texts
     * @param zone the clinic's time zone
     * @param locale for numbers
     */
    public SetPictures(OverlayComposer composer, Typefaces typefaces, ZoneId zone, Locale locale) {
        this.painter = new AnnotatedFrame(composer, typefaces, zone, locale);
    }

    /**
     * One picture of the set.
     *
     * @param role what it shows
     * @param frame where it was marked; empty where it was not
     * @param pair the pictures; empty where there are none
     * @param why why there are none, one sentence; empty where there are
     */
    public record Marked(ImageRole role, Optional<FrameRef> frame, Optional<Pair> pair, String why) {}

    /**
     * The same frame twice.
     *
     * @param clean pixel for pixel
     * @param annotated enlarged, with everything drawn on it, over a strip of words
     */
    public record Pair(Frame clean, Frame annotated) {}

    /** The picture of {@code role}. Opens its clip where that is not the open one. */
    public Marked of(ImageRole role, ExportSubject subject, ClipsAtHand clips, Progress progress) {
        FrameRef frame = subject.casefile().images().get(role);
        if (frame == null) {
            return new Marked(role, Optional.empty(), Optional.empty(), "No frame is marked for it.");
        }
        progress.checkCancelled();
        Optional<Clip> clip = clips.clip(frame.sopInstanceUid());
        if (clip.isEmpty()) {
            return new Marked(role, Optional.of(frame), Optional.empty(), clips.whyMissing(frame.sopInstanceUid()));
        }
        if (frame.index() >= clip.get().info().frames()) {
            return new Marked(role, Optional.of(frame), Optional.empty(),
                    "Its clip has no frame " + frame.number() + ".");
        }
        try {
            Frame clean = clip.get().frame(frame.index());
            return new Marked(role, Optional.of(frame), Optional.of(new Pair(clean,
                    annotated(subject.on(clip.get(), frame.index()), clean, AnnotatedFrame.Caption.of(role)))), "");
        } catch (ClipException e) {
            return new Marked(role, Optional.of(frame), Optional.empty(),
                    "Its frame cannot be decoded: " + e.getMessage());
        }
    }

    private Frame annotated(ExportSubject subject, Frame clean, AnnotatedFrame.Caption caption) {
        int factor = AnnotatedFrame.factor(clean.columns(), clean.rows());
        BufferedImage picture = AnnotatedFrame.blank(clean.columns(), clean.rows(), factor);
        painter.paint(subject, clean, factor, picture, caption);
        int[] argb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new Frame(picture.getWidth(), picture.getHeight(), argb);
    }

    /** How many of the set are marked, and how many there are. */
    static String count(Map<ImageRole, FrameRef> images) {
        return images.size() + " of " + ImageRole.values().length;
    }
}

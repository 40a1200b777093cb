package foramen.workspace.tool;

import foramen.domain.clip.Frame;
import java.util.Optional;

/** What the tools that look at pixels know of the frame in view, which is looked at only where such a tool is in hand. */
final class Eyesight {
    private Optional<Sight> sight = Optional.empty();
    private Optional<Frame> pixels = Optional.empty();
    private Optional<Picture> picture = Optional.empty();
    private boolean wanted;
    private boolean looking;

    void use(Sight looks) {
        sight = Optional.of(looks);
    }

    boolean canSee() {
        return sight.isPresent();
    }

    Optional<Picture> picture() {
        return picture;
    }

    void forget() {
        pixels = Optional.empty();
        picture = Optional.empty();
    }

    /** {@code frame} is in view. */
    void see(Frame frame, boolean needed) {
        if (!pixels.equals(Optional.of(frame))) {
            pixels = Optional.of(frame);
            picture = Optional.empty();
        }
        wanted = needed;
        look();
    }

    /** Another tool is in hand. */
    void lookAgain(boolean needed) {
        wanted = needed;
        looking = false;
        look();
    }

    /** One frame at a time, the newest next. */
    private void look() {
        if (looking || sight.isEmpty() || pixels.isEmpty() || picture.isPresent() || !wanted) {
            return;
        }
        Frame at = pixels.get();
        looking = true;
        sight.get().look(at, seen -> {
            looking = false;
            if (pixels.equals(Optional.of(at))) {
                picture = seen;
            } else {
                look();
            }
        });
    }
}

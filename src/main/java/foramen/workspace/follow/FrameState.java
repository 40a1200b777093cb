package foramen.workspace.follow;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;

/** Where one frame of a followed structure stands. */
public enum FrameState {
    /** The operator drew or corrected it. */
    KEY("key frame"),
    /** Followed, and the operator found it right. */
    ACCEPTED("accepted"),
    /** Followed, and nobody has looked. */
    OPEN("to check"),
    /** Followed, nobody has looked, and the algorithm itself doubts it. */
    DRIFTING("drifting, to check"),
    /** Followed, and the operator found it wrong. */
    REJECTED("rejected");

    private final String words;

    FrameState(String words) {
        this.words = words;
    }

    /** In words, lower case. */
    public String words() {
        return words;
    }

    /** Where {@code annotation} stands; what was only drawn is a key frame. */
    public static FrameState of(Annotation annotation) {
        return annotation.follow().map(FrameState::of).orElse(KEY);
    }

    private static FrameState of(Follow follow) {
        if (follow.key()) {
            return KEY;
        }
        return switch (follow.review()) {
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
            case OPEN -> follow.drifting() ? DRIFTING : OPEN;
        };
    }
}

package foramen.domain.annotation;

/**
 * What ties an annotation to its like on the other frames of a clip, where a structure was followed.
 *
 * @param track identifier that all of them share
 * @param key whether the operator drew or corrected it here, so that following starts from it
 * @param confidence how far it can be trusted, from 0 to 1; 1 on a key frame
 * @param drifting whether the algorithm itself says that it has lost the structure
 * @param review what the operator says of it
 */
public record Follow(String track, boolean key, double confidence, boolean drifting, Review review) {
    /** The operator's word on one frame. */
    public enum Review {
        /** Not looked at yet. */
        OPEN,
        /** Right as it is. */
        ACCEPTED,
        /** Wrong; it stays visible but is not counted. */
        REJECTED
    }

    /** Refuses a confidence outside 0 to 1. */
    public Follow {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence);
        }
    }

    /** A frame that the operator drew on. */
    public static Follow keyFrame(String track) {
        return new Follow(track, true, 1, false, Review.ACCEPTED);
    }

    /** The same with another word of the operator. */
    public Follow withReview(Review next) {
        return new Follow(track, key, confidence, drifting, next);
    }

    /** Whether measurements count it: the operator drew or accepted it, or nobody rejected it and it holds. */
    public boolean counts() {
        return switch (review) {
            case ACCEPTED -> true;
            case REJECTED -> false;
            case OPEN -> !drifting;
        };
    }
}

package foramen.overlay;

/** What may be written over a picture beside names and values; {0} and {1} are what it is about. */
public enum PicturePhrase {
    PLAN("Plan"), DEPTH("depth {0}"), PATH("path {0}"), TOUCHES("Path touches {0}"), CLEARANCE("{0} to {1}"), PROPOSED(
            "Proposed: {0}"), SEEN("Needle as seen{0}"), TIP("tip {0} from target"), SPREAD_REACHED(
                    "spread {0}, target reached"), SPREAD_MISSED("spread {0}, target not reached"), REJECTED(
                            "rejected, not counted"), INTERPOLATED("interpolated, to check"), FOLLOWED(
                                    "followed {0}, to check"), DRIFTS("followed {0}, drifts, not counted"), FILE_SAYS(
                                            "file says {0}"), WORKING("frames {0} to {1} are being worked out"), SIDES(
                                                    "Sides differ on this frame"), SIDE_UNSET(
                                                            "Side not set"), SIDE_STATED(
                                                                    "{0} (as the file states)"), SIDE_DISAGREES(
                                                                            "{0} (the file states {1})"), SCALE(
                                                                                    "Scale: {0}"), FRAME("Frame {0}");

    private final String english;

    PicturePhrase(String english) {
        this.english = english;
    }

    /** As files have it. */
    public String english() {
        return english;
    }
}

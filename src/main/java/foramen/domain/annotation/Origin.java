package foramen.domain.annotation;

/** How the geometry of an annotation came to be; stays with it until somebody draws it anew, so that a reader can judge it. */
public enum Origin {
    /** Drawn by hand. */
    DRAWN("drawn"),
    /** Drawn by hand along edges found in the picture. */
    LIVEWIRE("livewire"),
    /** Grown from a point by brightness. */
    WAND("wand"),
    /** Proposed from one click and taken over. */
    PROPOSED("proposed from one click"),
    /** Interpolated between key frames. */
    INTERPOLATED("interpolated"),
    /** Followed from another frame. */
    FOLLOWED("followed"),
    /** Copied from another frame or side. */
    COPIED("copied"),
    /** Read from a file. */
    IMPORTED("imported");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** Whether it was made from another outline, so that it is the same trace again. */
    public boolean isDerived() {
        return switch (this) {
            case INTERPOLATED, FOLLOWED, COPIED -> true;
            case DRAWN, LIVEWIRE, WAND, PROPOSED, IMPORTED -> false;
        };
    }

    /** In words, lower case. */
    public String label() {
        return label;
    }
}

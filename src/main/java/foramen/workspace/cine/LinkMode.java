package foramen.workspace.cine;

/** How the second of two clips follows the first. */
public enum LinkMode {
    /** Not at all: each rests and turns for itself. */
    FREE,
    /** Frame by frame, as many frames apart as when they were linked. */
    FRAME,
    /** By the time since the start of the clip, as far apart as when they were linked. */
    TIME,
    /** By the share of the clip that has gone by: for sweeps of different length over the same way. */
    POSITION
}

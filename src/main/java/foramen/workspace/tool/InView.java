package foramen.workspace.tool;

import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Bounds;

/**
 * A frame that can be seen.
 *
 * @param clip what it is of
 * @param index its number, from 0
 */
record InView(ClipInfo clip, int index) {
    FrameRef frame() {
        return new FrameRef(clip.identity().sopInstanceUid(), index);
    }

    /** The last representable place inside: the far edges themselves belong to the next region (Region.contains). */
    Bounds bounds() {
        return new Bounds(0, 0, Math.nextDown((double) clip.columns()), Math.nextDown((double) clip.rows()));
    }
}

package foramen.workspace.cine;

import foramen.domain.clip.Frame;

/**
 * A decoded frame and which one it is.
 *
 * @param index from 0
 * @param frame the picture
 */
public record LoadedFrame(int index, Frame frame) {}

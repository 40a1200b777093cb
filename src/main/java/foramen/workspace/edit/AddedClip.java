package foramen.workspace.edit;

import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;

/**
 * A clip that may be added to a case.
 *
 * @param clip the open clip; whoever receives it closes it
 * @param ref how the case is to list it
 */
public record AddedClip(Clip clip, ClipRef ref) {}

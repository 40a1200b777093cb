package foramen.domain.casefile;

import foramen.domain.anatomy.Laterality;

/**
 * A clip of a case: which one, where its file was last seen, and which side it shows.
 *
 * @param sopInstanceUid the clip's own name
 * @param location where the file was last seen, as an absolute path
 * @param description what to call it
 * @param side the side that the file states, else the one that the operator set; unspecified where neither did
 */
public record ClipRef(String sopInstanceUid, String location, String description, Laterality side) {
    /** A clip whose side nobody has said. */
    public ClipRef(String sopInstanceUid, String location, String description) {
        this(sopInstanceUid, location, description, Laterality.UNSPECIFIED);
    }

    /** The same clip, found elsewhere. */
    public ClipRef at(String place) {
        return new ClipRef(sopInstanceUid, place, description, side);
    }

    /** The same clip, of another side. */
    public ClipRef withSide(Laterality next) {
        return new ClipRef(sopInstanceUid, location, description, next);
    }
}

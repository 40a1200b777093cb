package foramen.workspace.tool;

/**
 * The object under the pointer.
 *
 * @param objectId the annotation or plan
 * @param part what of it
 * @param locked whether it is protected from editing
 */
public record Hit(String objectId, Part part, boolean locked) {}

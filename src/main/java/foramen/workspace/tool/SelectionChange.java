package foramen.workspace.tool;

/** What a step does to the selection. */
public sealed interface SelectionChange {
    /** Nothing. */
    record Keep() implements SelectionChange {}

    /** Nothing is selected any more. */
    record Clear() implements SelectionChange {}

    /**
     * An object is selected.
     *
     * @param objectId the annotation or plan
     */
    record Select(String objectId) implements SelectionChange {}
}

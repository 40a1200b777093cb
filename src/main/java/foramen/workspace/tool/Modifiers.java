package foramen.workspace.tool;

/**
 * The keys held down with the pointer.
 *
 * @param shift Shift
 * @param control Ctrl, or Command where the platform uses that
 * @param alt Alt or Option
 */
public record Modifiers(boolean shift, boolean control, boolean alt) {
    /** None held down. */
    public static final Modifiers NONE = new Modifiers(false, false, false);
    /** Alt alone. */
    public static final Modifiers ALT = new Modifiers(false, false, true);
}

package foramen.workspace.tool;

/** What brush, eraser and wand do to the selected outline where no key is held, for hands without one. */
public enum RegionWay {
    /** What the tool does by itself. */
    AS_USUAL,
    /** Add to the selected outline. */
    ADD,
    /** Take away from it. */
    TAKE;

    /** {@code input} with the keys that make {@code tool} do so. */
    ToolInput with(ToolInput input, ToolId tool) {
        return input instanceof ToolInput.Press p
                ? new ToolInput.Press(p.at(), p.clicks(), with(p.keys(), tool))
                : input;
    }

    private Modifiers with(Modifiers held, ToolId tool) {
        return switch (this) {
            case AS_USUAL -> held;
            case ADD -> tool == ToolId.ERASER
                    ? new Modifiers(held.shift(), held.control(), true)
                    : new Modifiers(true, held.control(), held.alt());
            case TAKE -> tool == ToolId.ERASER ? held : new Modifiers(held.shift(), held.control(), true);
        };
    }
}

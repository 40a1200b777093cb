package foramen.domain.preference;

/** The colours of the window. */
public enum ThemeChoice {
    /** For a dim room; the default. */
    DARK,
    /** For a bright room. */
    LIGHT,
    /** White and yellow on black. */
    HIGH_CONTRAST
}

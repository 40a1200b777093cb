package foramen.ui.support;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons of one set: take them from Material2OutlinedAL and Material2OutlinedMZ only. */
public final class Icons {
    private Icons() {}

    /** {@code icon} in the colour and size that the stylesheet gives icons. */
    public static FontIcon of(Ikon icon) {
        return new FontIcon(icon);
    }

    /** {@code icon} with a style class more, such as {@code large} or {@code amber}. */
    public static FontIcon of(Ikon icon, String styleClass) {
        FontIcon view = of(icon);
        view.getStyleClass().add(styleClass);
        return view;
    }
}

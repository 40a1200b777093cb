package foramen.ui.support;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look of the screen: a dark base theme, Foramen's own colours and sizes above it, and the bundled typeface. */
public final class Theme {
    private static final List<String> FONTS = List.of("/foramen/fonts/Roboto-Regular.ttf",
            "/foramen/fonts/Roboto-Medium.ttf", "/foramen/fonts/Roboto-Bold.ttf");
    private static final String STYLESHEET = "/foramen/ui/foramen.css";
    private static final double DEFAULT_SIZE = 13;

    private final String base;
    private final String own;

    private Theme(String base, String own) {
        this.base = base;
        this.own = own;
    }

    /** The dark theme for a dim room; loads the typeface. */
    public static Theme dark() {
        for (String font : FONTS) {
            try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(font), font)) {
                Font.loadFont(in, DEFAULT_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException("The typeface " + font + " cannot be read from the installation", e);
            }
        }
        return new Theme(new PrimerDark().getUserAgentStylesheet(),
                Objects.requireNonNull(Theme.class.getResource(STYLESHEET), STYLESHEET).toExternalForm());
    }

    /**
     * Dresses {@code scene}; its tooltips and menus follow. The base theme is that of the whole application, because
     * the list of a combo box is measured before it belongs to any window.
     */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().add(own);
    }
}

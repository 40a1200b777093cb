package foramen.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import foramen.domain.preference.ThemeChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look of the screen: a base theme, Foramen's own colours and sizes above it, and the bundled typeface. */
public final class Theme {
    private static final List<String> FONTS = List.of("/foramen/fonts/Roboto-Regular.ttf",
            "/foramen/fonts/Roboto-Medium.ttf", "/foramen/fonts/Roboto-Bold.ttf");
    private static final String FOLDER = "/foramen/ui/";
    /** All of Foramen's own sheets but the colours; what a later one says goes before an earlier one. */
    private static final List<String> SHEETS = List.of("foramen.css", "panels.css", "settings.css");
    private static final String LARGE = "large.css";
    /** Text and icons of the mode with large targets (the interface plan: text ×1.4). */
    private static final double ENLARGEMENT = 1.4;
    private static final Pattern SIZE = Pattern.compile("(-fx-(?:font|icon)-size: )([0-9.]+)(px)");
    private static final double DEFAULT_SIZE = 13;

    private final String base;
    private final List<String> own;

    private Theme(String base, List<String> own) {
        this.base = base;
        this.own = List.copyOf(own);
    }

    /** The dark theme for a dim room, in its usual size. */
    public static Theme dark() {
        return of(ThemeChoice.DARK, false);
    }

    /**
     * The theme that was chosen; loads the typeface.
     *
     * @param choice its colours
     * @param large whether texts are 1.4 times as large, and targets at least 44 units
     */
    public static Theme of(ThemeChoice choice, boolean large) {
        for (String font : FONTS) {
            try (InputStream in = open(font)) {
                Font.loadFont(in, DEFAULT_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException("The typeface " + font + " cannot be read from the installation", e);
            }
        }
        List<String> sheets = new ArrayList<>();
        sheets.add(address(coloursOf(choice)));
        for (String sheet : SHEETS) {
            sheets.add(large ? enlarged(FOLDER + sheet) : address(FOLDER + sheet));
        }
        if (large) {
            sheets.add(address(FOLDER + LARGE));
        }
        return new Theme(choice == ThemeChoice.LIGHT
                ? new PrimerLight().getUserAgentStylesheet()
                : new PrimerDark().getUserAgentStylesheet(), sheets);
    }

    /** The file in which the colours of {@code choice} are named. */
    static String coloursOf(ThemeChoice choice) {
        return FOLDER + "theme/" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".css";
    }

    /**
     * Dresses {@code scene} in this theme and no other; its tooltips and menus follow. The base theme is that of the whole
     * application, because the list of a combo box is measured before it belongs to any window.
     */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(own);
    }

    private static String address(String sheet) {
        return Objects.requireNonNull(Theme.class.getResource(sheet), sheet).toExternalForm();
    }

    /** The sheet with every size of text and icon multiplied: sizes relative to one another would multiply when nested. */
    private static String enlarged(String sheet) {
        try (InputStream in = open(sheet)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String larger = SIZE.matcher(css).replaceAll(m -> m.group(1)
                    + String.format(Locale.ROOT, "%.1f", Double.parseDouble(m.group(2)) * ENLARGEMENT) + m.group(3));
            return "data:text/css;charset=UTF-8;base64,"
                    + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The look " + sheet + " cannot be read from the installation", e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Theme.class.getResourceAsStream(resource), resource);
    }
}

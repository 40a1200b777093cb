package foramen.ui.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.preference.ThemeChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.2, success criteria 1.4.3 and 1.4.11, has it: text 4.5 to 1, what is to be seen 3 to 1. */
class PaletteTest {
    private static final Pattern COLOUR = Pattern.compile("(-fm-[a-z-]+): #([0-9a-f]{6});");
    private static final List<String> TEXT = List.of("-fm-text,-fm-panel", "-fm-text,-fm-chrome", "-fm-text,-fm-raised",
            "-fm-text,-fm-hover", "-fm-text,-fm-accent-soft", "-fm-muted,-fm-panel", "-fm-muted,-fm-chrome",
            "-fm-muted,-fm-raised", "-fm-muted,-fm-hover", "-fm-muted,-fm-accent-soft",
            "-fm-on-picture,-fm-picture", "-fm-on-picture-muted,-fm-picture", "-fm-accent,-fm-panel",
            "-fm-accent,-fm-chrome", "-fm-accent,-fm-raised", "-fm-accent,-fm-accent-soft", "-fm-amber,-fm-panel",
            "-fm-amber,-fm-raised", "-fm-amber,-fm-amber-soft", "-fm-red,-fm-panel", "-fm-red,-fm-raised",
            "-fm-red,-fm-red-soft", "-fm-text,-fm-red-soft", "-fm-text,-fm-amber-soft", "-fm-muted,-fm-amber-soft",
            "-fm-on-strong,-fm-accent-strong", "-fm-on-strong,-fm-red-strong");
    private static final List<String> THINGS = List.of("-fm-line-strong,-fm-panel", "-fm-bar,-fm-panel",
            "-fm-text,-fm-bar", "-fm-accent,-fm-panel", "-fm-amber,-fm-panel", "-fm-red,-fm-panel");

    @ParameterizedTest
    @EnumSource
    void textStandsOutFromWhatItLiesOn(ThemeChoice theme) throws IOException {
        holds(theme, TEXT, 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void bordersBarsAndMarksCanBeSeen(ThemeChoice theme) throws IOException {
        holds(theme, THINGS, 3);
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeNamesTheSameColours(ThemeChoice theme) throws IOException {
        assertEquals(names(ThemeChoice.DARK), names(theme));
    }

    @Test
    void noSheetButTheThemesSaysAColour() throws IOException {
        for (String sheet : List.of("foramen.css", "panels.css", "large.css", "settings.css")) {
            String css = read("/foramen/ui/" + sheet).replaceAll("/\\*.*?\\*/", "");
            Matcher m = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|:[^;]*\\b(white|black|red|grey|gray)\\b[^;]*;")
                    .matcher(css.replaceAll("\\.[a-z.-]+|-fm-[a-z-]+", ""));
            assertTrue(!m.find(), () -> sheet + " says the colour " + m.group() + "; name it in theme/*.css");
        }
    }

    private static void holds(ThemeChoice theme, List<String> pairs, double least) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (String pair : pairs) {
            String[] both = pair.split(",", -1);
            double contrast = Contrast.between(Objects.requireNonNull(colours.get(both[0]), both[0]),
                    Objects.requireNonNull(colours.get(both[1]), both[1]));
            assertTrue(contrast >= least, () -> theme + ": " + both[0] + " on " + both[1] + " is " + contrast);
        }
    }

    private static Map<String, Integer> colours(ThemeChoice theme) throws IOException {
        Map<String, Integer> colours = new HashMap<>();
        Matcher m = COLOUR.matcher(read(Theme.coloursOf(theme)));
        while (m.find()) {
            colours.put(m.group(1), Integer.parseInt(m.group(2), 16));
        }
        return colours;
    }

    private static Set<String> names(ThemeChoice theme) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher m = Pattern.compile("(-(?:fm|color)-[a-z0-9-]+):").matcher(read(Theme.coloursOf(theme)));
        while (m.find()) {
            names.add(m.group(1));
        }
        return names;
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(PaletteTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

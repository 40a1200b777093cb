package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.measurement.LengthUnit;
import foramen.domain.preference.FreeDrag;
import foramen.domain.preference.Preferences;
import foramen.domain.preference.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    private final Path home;

    PreferencesFileTest(@TempDir Path home) {
        this.home = home;
    }

    private Path file() {
        return home.resolve("settings.json");
    }

    @Test
    void whatIsKeptComesBack() throws IOException {
        Preferences chosen = new Preferences(Optional.of("de"), ThemeChoice.HIGH_CONTRAST, true, "weasis",
                Map.of("play", List.of("F5", "Shortcut+P"), "info", List.of()), FreeDrag.PAN, false, "Dr Example", 5,
                LengthUnit.CENTIMETRE);
        new PreferencesFile(home).save(chosen);
        assertEquals(chosen, new PreferencesFile(home).load().preferences());
        assertEquals("", new PreferencesFile(home).load().complaint());
        assertTrue(Files.readString(file()).contains("\n  \"theme\" : \"high-contrast\""), "not to be read by people");
    }

    @Test
    void withoutAFileTheUsualSettingsHoldAndNoneIsMade() throws IOException {
        assertEquals(Preferences.DEFAULT, new PreferencesFile(home).load().preferences());
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void keysAndValuesOfALaterVersionAreKept() throws IOException {
        Files.writeString(file(), "{\"theme\": \"sepia\", \"voice\": {\"pitch\": 3}, \"loupe\": false}");
        PreferencesFile settings = new PreferencesFile(home);
        Preferences there = settings.load().preferences();
        assertEquals(ThemeChoice.DARK, there.theme());
        settings.save(there.withLoupe(true));
        String text = Files.readString(file());
        assertTrue(text.contains("\"sepia\"") && text.contains("\"pitch\" : 3"), text);
        assertTrue(settings.load().preferences().loupe());
        settings.save(there.withTheme(ThemeChoice.LIGHT));
        assertTrue(Files.readString(file()).contains("\"light\""));
    }

    @Test
    void anUnreadableFileIsSetAsideWithItsNameToldAndNeverOverwritten() throws IOException {
        for (String broken : List.of("{\"theme\": ", "[1]", "")) {
            Files.writeString(file(), broken);
            var kept = new PreferencesFile(home).load();
            assertEquals(Preferences.DEFAULT, kept.preferences());
            String name = kept.complaint().replaceAll(".*(settings-unreadable-\\d+\\.json).*", "$1");
            assertEquals(broken, Files.readString(home.resolve(name)));
        }
        Files.writeString(file(), "no json");
        new PreferencesFile(home).save(Preferences.DEFAULT.withLoupe(false));
        assertEquals("no json", Files.readString(home.resolve("settings-unreadable-4.json")));
        assertTrue(Files.readString(file()).contains("\"loupe\" : false"));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        new PreferencesFile(home).save(Preferences.DEFAULT.withOperator("A"));
        new PreferencesFile(home).save(Preferences.DEFAULT.withOperator("B"));
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(List.of("settings.json"), files.map(f -> f.getFileName().toString()).toList());
        }
    }
}

package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.app.diagnostics.LogFile;
import foramen.app.sample.SampleClips;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.preference.Preferences;
import foramen.geometry.Point;
import foramen.storage.PreferencesFile;
import foramen.ui.shell.Action;
import foramen.ui.shell.ActionRegistry;
import foramen.ui.shell.KeyScheme;
import foramen.ui.shell.Keymap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is chosen in the settings holds at once and at the next start, in every theme and with every scheme of keys. */
@ExtendWith(ApplicationExtension.class)
class SettingsJourneyTest {
    private final Path home;
    private PlannerRobot planner;

    SettingsJourneyTest(@TempDir Path folder) {
        home = folder.resolve("home");
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        planner = PlannerRobot.start(robot, new Composition(home,
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
    }

    @AfterEach
    void close() {
        planner.close();
    }

    private void openSample() {
        planner.open(SampleClips.folder().orElseThrow().resolve(SampleClips.FIRST + ".dcm"));
    }

    @Test
    void everyActionHasAKeyOfItsOwnANameAndAnAccessibleTextInEveryScheme() {
        ActionRegistry actions = planner.window().actions();
        for (KeyScheme scheme : KeyScheme.ALL) {
            Set<KeyCodeCombination> keys = new HashSet<>();
            Set<String> names = new HashSet<>();
            FxRobot robot = new FxRobot();
            robot.interact(() -> actions.setKeymap(new Keymap(scheme, Map.of())));
            for (Action a : actions.all()) {
                String where = scheme.title() + ": " + a.id();
                assertFalse(a.keys().isEmpty(), where + " has no key");
                a.keys().forEach(k -> assertTrue(keys.add(k), where + " shares " + k.getName()));
                assertTrue(!a.text().isBlank() && names.add(a.text()), where + " has no name of its own");
                robot.interact(() -> assertEquals(a.text(), actions.iconButton(a.id()).getAccessibleText()));
            }
            scheme.keys().keySet().forEach(id -> assertTrue(actions.named(id).isPresent(),
                    () -> scheme.title() + " names no action: " + id));
        }
    }

    @Test
    void anActionGetsAnotherKeyAtOnceAndKeepsItAndAConflictIsToldAndSettled() throws IOException {
        openSample();
        planner.shortcut(KeyCode.COMMA);
        planner.waitFor("the settings", () -> planner.count("#settings-sheet") == 1);
        planner.click("#keys-of-polygon");
        planner.type(KeyCode.M);
        planner.waitFor("the file", () -> changed().equals(Map.of("polygon", List.of("M"))));
        planner.click("#keys-of-freehand");
        planner.type(KeyCode.M);
        assertTrue(planner.allWords().stream().anyMatch(w -> w.equals("M is already: Outline.")),
                () -> planner.allWords().toString());
        // The keyboard is on the offer to take the key; space takes it.
        planner.type(KeyCode.SPACE);
        planner.waitFor("the taken key",
                () -> changed().equals(Map.of("polygon", List.of(), "freehand", List.of("M"))));
        planner.type(KeyCode.ESCAPE);
        planner.waitFor("the sheet to go", () -> planner.count("#settings-sheet") == 0);
        planner.type(KeyCode.M);
        assertTrue(planner.isOn("#freehand"));
        planner.shortcut(KeyCode.COMMA);
        planner.click("#keys-reset");
        planner.waitFor("the reset", () -> changed().isEmpty());
        planner.type(KeyCode.ESCAPE);
        planner.type(KeyCode.P);
        assertTrue(planner.isOn("#polygon"));
    }

    private Map<String, List<String>> changed() {
        return new PreferencesFile(home).peek().changedKeys();
    }

    @Test
    void theSheetIsReachedAndLeftByTheKeyboardAndNothingUnderItMoves() {
        openSample();
        planner.shortcut(KeyCode.COMMA);
        planner.waitFor("the settings", () -> planner.count("#settings-sheet") == 1);
        int frame = planner.frameNumber();
        planner.tabTo("settings-large");
        planner.type(KeyCode.SPACE);
        planner.type(KeyCode.N, KeyCode.PAGE_DOWN);
        assertEquals(frame, planner.frameNumber());
        assertFalse(planner.isOn("#needle"));
        planner.waitFor("the file", () -> new PreferencesFile(home).peek().largeTargets());
        planner.type(KeyCode.ESCAPE);
        assertEquals(0, planner.count("#settings-sheet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dark", "Light", "High contrast"})
    void everyTextInSightStandsOutFromWhatItLiesOn(String theme) {
        openSample();
        planner.type(KeyCode.N);
        planner.shortcut(KeyCode.COMMA);
        planner.choose("Colours: " + theme);
        Set<String> weak = new TreeSet<>(weak());
        planner.type(KeyCode.ESCAPE);
        for (String step : List.of("outline", "measure", "plan", "ledger", "export", "clips")) {
            planner.step(step);
            planner.rest();
            weak.addAll(weak());
        }
        planner.type(KeyCode.F1);
        weak.addAll(weak());
        assertEquals(Set.of(), weak);
        planner.type(KeyCode.ESCAPE);
    }

    private Set<String> weak() {
        Set<String> weak = new TreeSet<>();
        new FxRobot().interact(() -> SeenContrast.below(planner.stage().getScene().getRoot(), 4.5, weak));
        return weak;
    }

    @Test
    void withLargeTargetsWhateverIsPressedHas44UnitsEachWay() {
        openSample();
        planner.step("plan");
        planner.type(KeyCode.N);
        planner.clickAt(SampleJob.ENTRY, SampleJob.TARGET);
        planner.shortcut(KeyCode.COMMA);
        planner.click("#settings-large");
        Set<String> small = new TreeSet<>(small());
        planner.type(KeyCode.ESCAPE);
        for (String step : List.of("assess", "outline", "measure", "plan", "ledger", "follow", "export", "clips")) {
            planner.step(step);
            planner.rest();
            small.addAll(small());
        }
        assertEquals(Set.of(), small);
        // Without a pointer that hovers, the status line says what the tooltip would.
        planner.click("#polygon");
        assertTrue(planner.allWords().stream().anyMatch(w -> w.startsWith("Outline (P) Click point by point")),
                () -> planner.allWords().toString());
    }

    @Test
    void lengthsAreInTheUnitThatWasChosenAtOnceAndAfterwards() throws IOException {
        openSample();
        planner.step("plan");
        planner.type(KeyCode.N);
        planner.clickAt(SampleJob.ENTRY, SampleJob.TARGET);
        double mm = Double.parseDouble(planner.text("#plan-depth"));
        planner.shortcut(KeyCode.COMMA);
        planner.choose("Lengths on the screen in: cm");
        planner.waitFor("the file", () -> new PreferencesFile(home).peek().lengths() == LengthUnit.CENTIMETRE);
        planner.type(KeyCode.ESCAPE);
        assertEquals(mm / 10, Double.parseDouble(planner.text("#plan-depth")), 0.006);
        assertEquals("Depth, " + planner.text("#plan-depth") + " cm", planner.spoken("#plan-depth"));
        planner.fill("#plan-depth", "4.5");
        planner.type(KeyCode.ENTER);
        assertEquals("4.50", planner.text("#plan-depth"));
        var plan = planner.casefile().plans().getFirst();
        planner.fill("#plan-depth", "45 mm");
        planner.type(KeyCode.ENTER);
        assertEquals("4.50", planner.text("#plan-depth"));
        assertEquals(plan.target().y(), planner.casefile().plans().getFirst().target().y(), 1e-9);
    }

    @Test
    void twoFingersMoveThePictureAndOneTurnsNoFrames() {
        openSample();
        int frame = planner.frameNumber();
        var before = planner.at(new Point(0, 0));
        scroll(2, 30, 20);
        assertEquals(30, planner.at(new Point(0, 0)).getX() - before.getX(), 0.5);
        assertEquals(20, planner.at(new Point(0, 0)).getY() - before.getY(), 0.5);
        scroll(1, 0, -200);
        assertEquals(frame, planner.frameCounted());
        scroll(0, 0, -40);
        assertEquals(frame + 1, planner.frameCounted());
    }

    private void scroll(int fingers, double dx, double dy) {
        new FxRobot().interact(() -> {
            Node view = planner.stage().getScene().lookup("#clip-view");
            view.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false,
                    fingers > 0, false, dx, dy, dx, dy, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, fingers, null));
        });
    }

    private Set<String> small() {
        Set<String> small = new TreeSet<>();
        new FxRobot().interact(() -> {
            Parent root = planner.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            small(root, small);
        });
        return small;
    }

    private static void small(Node node, Set<String> small) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        Bounds b = node.getLayoutBounds();
        if (node instanceof ButtonBase && node.isManaged() && (b.getWidth() < 43.9 || b.getHeight() < 43.9)
                && !node.getStyleClass().contains("check-box") && !node.getStyleClass().contains("arrow-button")) {
            small.add(node.getAccessibleText() + " " + node.getStyleClass() + " " + Math.round(b.getWidth()) + "x"
                    + Math.round(b.getHeight()));
        }
        if (node instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> small(c, small));
        }
    }

    @Test
    void afterAJourneyNeitherLogNorDiagnosticsHoldThePatientsName(@TempDir Path folder) throws Exception {
        String name = "Mustermann";
        Path broken = Files.write(folder.resolve(name + ".dcm"), new byte[300]);
        try (LogFile _ = LogFile.begin(home, Clock.systemUTC())) {
            openSample();
            planner.fill("#patient", name + ", Erika");
            planner.type(KeyCode.ENTER, KeyCode.P);
            planner.outline(List.of(new Point(300, 300), new Point(360, 300), new Point(330, 360)));
            planner.tryToOpen(broken);
            planner.waitFor("a sentence about the file", () -> planner.text("#banner .label").contains(name));
            new FxRobot().interact(() -> planner.window()
                    .unexpected(new IllegalStateException("The case of " + name + " is in an unexpected state")));
            planner.click("#banner .button");
            planner.waitFor("diagnostics", () -> planner.count("#diagnostics-text") == 1);
        }
        String copied = planner.text("#diagnostics-text");
        assertTrue(copied.contains("ERROR") && copied.contains("IllegalStateException"), copied);
        assertFalse(copied.contains(name), copied);
        assertFalse(Files.readString(LogFile.of(home)).contains(name));
        planner.type(KeyCode.ESCAPE);
        planner.waitFor("the sheet to go", () -> planner.count("#diagnostics-text") == 0);
    }

    @Test
    void whatTheDisplayDoesToThePictureIsMarkedAndNothingMeasuredChanges() {
        openSample();
        planner.type(KeyCode.P);
        planner.outline(List.of(new Point(300, 300), new Point(360, 300), new Point(360, 360), new Point(300, 360)));
        planner.step("measure");
        planner.rest();
        List<String> before = planner.allWords().stream().filter(w -> !w.contains("only")).toList();
        planner.withShift(KeyCode.V);
        planner.withShift(KeyCode.I);
        planner.waitFor("the mark", () -> planner.text("#picture-mark").contains("Median filter"));
        planner.type(KeyCode.O, KeyCode.O);
        assertTrue(planner.text("#picture-mark").contains("Inverted"), "the mark stays without corner texts");
        planner.type(KeyCode.O);
        planner.rest();
        assertEquals(before, planner.allWords().stream().filter(w -> !w.contains("only")).toList());
        planner.shortcut(KeyCode.I);
        assertEquals(0, planner.count("#picture-mark"));
    }

    @Test
    void picturesAreExportedAsStoredWhateverTheDisplayDoes(@TempDir Path out) throws IOException {
        openSample();
        planner.type(KeyCode.P);
        planner.outline(List.of(new Point(300, 300), new Point(360, 300), new Point(360, 360), new Point(300, 360)));
        Map<String, String> plain = exported(out.resolve("plain"));
        planner.step("outline");
        planner.withShift(KeyCode.V);
        planner.withShift(KeyCode.I);
        planner.withShift(KeyCode.C);
        planner.withShift(KeyCode.M);
        planner.waitFor("the mark", () -> planner.text("#picture-mark").contains("Median filter"));
        assertEquals(plain, exported(out.resolve("changed")));
        assertFalse(plain.isEmpty());
    }

    /** The pixels of every picture, by the end of its name. */
    private Map<String, String> exported(Path folder) throws IOException {
        planner.step("export");
        planner.fill("#export-folder", folder.toString());
        planner.type(KeyCode.ENTER);
        planner.click("#export-go");
        planner.waitFor("the documents", () -> Files.isDirectory(folder) && planner.count("#export-summary") == 1
                && planner.text("#export-folder").equals(folder.toString()));
        Map<String, String> pixels = new java.util.TreeMap<>();
        try (java.util.stream.Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".png")).toList()) {
                java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(file.toFile());
                pixels.put(file.getFileName().toString(), image.getWidth() + " x " + image.getHeight() + ": "
                        + java.util.Arrays.hashCode(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
                                image.getWidth())));
            }
        }
        return pixels;
    }

    @Test
    void settingsThatCannotBeReadAreSetAsideAndTheWindowSaysSo(@TempDir Path other, FxRobot robot) throws Exception {
        Path broken = Files.createDirectories(other.resolve("home"));
        Files.writeString(broken.resolve("settings.json"), "{ no json");
        PlannerRobot second = PlannerRobot.start(robot, new Composition(broken, Clock.systemUTC(), Locale.US));
        robot.interact(() -> second.window().open(List.of()));
        second.waitFor("the sentence", () -> second.text("#banner .label").contains("settings-unreadable-1.json"));
        second.close();
        assertEquals("{ no json", Files.readString(broken.resolve("settings-unreadable-1.json")));
        assertEquals(Preferences.DEFAULT, new PreferencesFile(broken).peek());
    }
}

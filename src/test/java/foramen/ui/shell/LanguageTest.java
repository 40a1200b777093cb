package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.ClipCatalogs;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.FakeClip;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window speaks the language it is made with; nothing in it is nameless or cut off for that. */
@ExtendWith(ApplicationExtension.class)
class LanguageTest {
    private @Nullable Stage primary;

    @Start
    void start(Stage first) {
        primary = first;
    }

    @Test
    void theSameWindowSaysTheSameInEnglishAndInGerman(FxRobot robot) {
        window(robot, "en");
        assertEquals("Outline", button(robot, "#step-outline").getText());
        assertEquals("Export", button(robot, "#export").getText());
        String english = robot.lookup("#hint").queryAs(Label.class).getText();
        assertTrue(english.startsWith("Select: Click to select"), english);

        window(robot, "de");
        assertEquals("Umriss", button(robot, "#step-outline").getText());
        assertEquals("Umriss, noch nichts", button(robot, "#step-outline").getAccessibleText());
        assertEquals("Exportieren", button(robot, "#export").getText());
        assertEquals("Behandelte Seite: links", button(robot, "#side-left").getAccessibleText());
        assertEquals("Indikation", robot.lookup("#indication").queryAs(TextField.class).getPromptText());
        String tip = button(robot, "#polygon").getTooltip().getText();
        assertTrue(tip.startsWith("Umriss (P)\nPunkt für Punkt klicken"), tip);
        String german = robot.lookup("#hint").queryAs(Label.class).getText();
        assertTrue(german.startsWith("Auswählen: Klicken wählt aus"), german);
    }

    @Test
    void inGermanTooEveryButtonIsNamedForAScreenReader(FxRobot robot) {
        window(robot, "de");
        Set<String> nameless = new TreeSet<>();
        for (Node n : all(stage().getScene().getRoot())) {
            if (n instanceof ButtonBase b && blank(b.getText()) && blank(b.getAccessibleText())) {
                nameless.add(String.valueOf(b.getId()));
            }
        }
        assertEquals(Set.of(), nameless);
    }

    @Test
    void theJournalStaysEnglishAndTheTooltipOfUndoSaysItInGerman(FxRobot robot) {
        ShellFixture f = window(robot, "de");
        robot.clickOn("#side-left");
        assertEquals("Set side to left", f.editor.undoActionProperty().get());
        String tip = button(robot, "#undo").getTooltip().getText();
        assertTrue(tip.endsWith("Seite setzen: links"), tip);
    }

    @Test
    void noToolIsCalledTheSameAsAnotherInGerman(FxRobot robot) {
        ShellFixture f = window(robot, "de");
        List<String> names = new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {}),
                        WindowKeys.following(f))
                .all().stream().map(Action::text).toList();
        Set<String> twice = names.stream().filter(n -> names.indexOf(n) != names.lastIndexOf(n))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void allKeysAreSeenAtOnceInASmallWindow(String language, FxRobot robot) {
        window(robot, language);
        robot.interact(() -> stage().getScene().getRoot().requestFocus());
        robot.push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane scroll = robot.lookup(".key-paper > .scroll-pane").queryAs(ScrollPane.class);
        assertTrue(scroll.isVisible());
        double content = scroll.getContent().getLayoutBounds().getHeight();
        assertTrue(content <= scroll.getViewportBounds().getHeight() + 1,
                content + " in " + scroll.getViewportBounds());
        List<String> cut = new ArrayList<>();
        for (Node n : all((Parent) scroll.getContent())) {
            if (n instanceof Label l && l.getWidth() > 0 && l.lookup(".text") instanceof javafx.scene.text.Text t
                    && !l.getText().replaceAll("\\s", "").equals(t.getText().replaceAll("\\s", ""))) {
                cut.add(l.getText());
            }
        }
        assertEquals(List.of(), cut);
    }

    @Test
    void inGermanNoStepNorToolIsCutOff(FxRobot robot) {
        window(robot, "de");
        for (Node n : robot.lookup(".rail-button").queryAll()) {
            ToggleButton step = (ToggleButton) n;
            assertFalse(((Labeled) step).isTextTruncated(), step.getText());
        }
    }

    private ShellFixture window(FxRobot robot, String language) {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), ClipCatalogs.NONE, Optional.empty(),
                new CurrentThreadJobRunner(), Words.in(Locale.forLanguageTag(language), Locale.US));
        robot.interact(() -> {
            f.show(stage(), 1280, 800, Map.of(), WindowKeys.following(f));
            f.model.open(List.of(java.nio.file.Path.of("").toAbsolutePath()));
        });
        WaitForAsyncUtils.waitForFxEvents();
        return f;
    }

    private Stage stage() {
        return Objects.requireNonNull(primary);
    }

    private static ButtonBase button(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ButtonBase.class);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<Node> all(Parent root) {
        List<Node> nodes = new ArrayList<>();
        for (Node n : root.getChildrenUnmodifiable()) {
            nodes.add(n);
            if (n instanceof Parent p) {
                nodes.addAll(all(p));
            }
        }
        return nodes;
    }
}

package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.testing.FakeClip;
import foramen.ui.support.Keys;
import foramen.ui.support.Words;
import foramen.workspace.tool.ToolId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ActionRegistryTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH, Locale.US);

    private final AtomicInteger runs = new AtomicInteger();
    private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);

    private Action action(String id, KeyCodeCombination... keys) {
        return new Action(id, Action.Group.FILE, "Do it", Material2OutlinedAL.CHECK, List.of(keys), enabled,
                runs::incrementAndGet);
    }

    @Test
    void twoActionsCannotHaveTheSameKeyOrName() {
        var k = new KeyCodeCombination(KeyCode.K);
        assertThrows(IllegalArgumentException.class,
                () -> new ActionRegistry(List.of(action("a", k), action("b", k)), WORDS));
        assertThrows(IllegalArgumentException.class,
                () -> new ActionRegistry(List.of(action("a"), action("a")), WORDS));
    }

    @Test
    void aKeyFindsItsActionOnlyWithItsModifiers() {
        var registry = new ActionRegistry(
                List.of(action("a", new KeyCodeCombination(KeyCode.K, KeyCombination.SHIFT_DOWN))), WORDS);
        assertTrue(registry.find(press(KeyCode.K, true)).isPresent());
        assertFalse(registry.find(press(KeyCode.K, false)).isPresent());
    }

    @Test
    void anActionThatCannotBeDoneNowDoesNothing() {
        enabled.set(false);
        assertFalse(action("a").run());
        assertEquals(0, runs.get());
    }

    @Test
    void theWindowsOwnTableHasNoKeyTwiceAndAllTheKeysOfTheFieldNotes() {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
        ActionRegistry registry = new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {}));
        assertEquals("window", registry.find(press(KeyCode.W, false)).orElseThrow().id());
        assertEquals("play", registry.find(press(KeyCode.SPACE, false)).orElseThrow().id());
        assertEquals("play", registry.find(press(KeyCode.C, false)).orElseThrow().id());
        assertEquals("forward", registry.find(press(KeyCode.DOWN, true)).orElseThrow().id());
        assertEquals("delete", registry.find(press(KeyCode.BACK_SPACE, false)).orElseThrow().id());
        assertEquals("polygon", registry.find(press(KeyCode.P, false)).orElseThrow().id());
        assertEquals("needle", registry.find(press(KeyCode.N, false)).orElseThrow().id());
    }

    @Test
    void everyActionHasAKeyOfItsOwnANameAndWordsForTheScreenReader() {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
        ActionRegistry registry = new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {}));
        Set<String> names = new HashSet<>();
        Set<KeyCodeCombination> keys = new HashSet<>();
        for (Action a : registry.all()) {
            assertFalse(a.keys().isEmpty(), () -> a.id() + " has no key");
            a.keys().forEach(k -> assertTrue(keys.add(k), () -> a.id() + " shares " + k.getName()));
            assertTrue(!a.text().isBlank() && names.add(a.text()), () -> a.id() + " has no name of its own");
            Button button = registry.iconButton(a.id());
            assertEquals(a.text(), button.getAccessibleText());
            assertTrue(button.getTooltip().getText().contains(Keys.words(a.keys().getFirst(), WORDS)), a.id());
        }
    }

    @Test
    void everyToolHasAnActionThatSaysHowItIsUsed() {
        ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
        ActionRegistry registry = new ShellActions(f.model, f.viewerModel, f.editor, f.player, f.tools)
                .registry(new ShellActions.WindowActions(() -> {}, () -> {}, () -> {}, () -> {}));
        for (ToolId id : ToolId.values()) {
            Action a = registry.get(ShellActions.id(id));
            assertEquals(id.hint(), a.how());
            assertTrue(a.tooltip(WORDS).endsWith("\n" + id.hint()));
        }
    }

    private static KeyEvent press(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }
}

package foramen.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.ImageRole;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a toolkit: the marks of the image set. */
class ImageSetViewModelTest {
    private final ShellFixture f = new ShellFixture(file -> FakeClip.calibrated(), Optional.empty());
    private final ImageSetViewModel set = f.model.imageSet();

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        f.model.open(List.of(Files.createFile(folder.resolve("a.dcm"))));
    }

    private void look(int frame) {
        f.player.seek(frame);
        assertEquals(frame, f.model.frameInView().orElseThrow().index());
    }

    private ImageSetViewModel.Line line(ImageRole role) {
        return set.lines().get(role.number() - 1);
    }

    @Test
    void theFramesInViewBecomeTheSetInItsOrder() {
        for (ImageRole role : ImageRole.values()) {
            assertTrue(line(role).next() && set.canMarkNext().getValue(), role.label());
            look(role.number());
            assertEquals(Optional.of("Picture " + role.number() + " of the image set is marked."), set.markNext());
            assertEquals(role.number(), Objects.requireNonNull(f.editor.current().images().get(role)).index());
            assertTrue(line(role).marked());
            assertEquals("Clip 1, frame " + (role.number() + 1), line(role).where());
        }
        assertEquals(Optional.empty(), set.next());
        assertFalse(set.canMarkNext().getValue());
        look(0);
        set.markNext();
        assertFalse(f.editor.current().images().values().stream().anyMatch(r -> r.index() == 0));
    }

    @Test
    void theKeyPressedTwiceMarksOnceAndThePanelMarksAgainOnPurpose() {
        look(2);
        set.markNext();
        assertTrue(set.markNext().orElseThrow().contains("already"));
        assertEquals(1, f.editor.current().images().size());
        set.mark(ImageRole.PLAN);
        assertEquals(2, f.editor.current().images().size());
    }

    @Test
    void aMarkTakenAwayIsTheNextAndEachMarkIsOneStepOfUndo() {
        look(1);
        set.markNext();
        look(2);
        set.markNext();
        set.clear(ImageRole.TARGET);
        assertEquals(Optional.of(ImageRole.TARGET), set.next());
        assertEquals("Not marked", line(ImageRole.TARGET).where());
        f.editor.undo();
        assertTrue(line(ImageRole.TARGET).marked());
        f.editor.undo();
        assertFalse(line(ImageRole.TARGET_DOPPLER).marked());
        assertTrue(line(ImageRole.TARGET).marked());
        f.editor.undo();
        assertEquals(0, f.editor.current().images().size());
    }
}

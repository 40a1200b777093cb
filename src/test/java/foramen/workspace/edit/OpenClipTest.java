package foramen.workspace.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.FrameRef;
import foramen.job.CancelledException;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.Progress;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.Fixtures.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenClipTest {
    private Path folder = Path.of("unset");
    private final FakeStore store = new FakeStore();
    private final FakeClip clip = new FakeClip(10);
    private Path file = Path.of("unset");

    @BeforeEach
    void makeFile(@TempDir Path temp) throws IOException {
        folder = temp;
        file = Files.createFile(folder.resolve("a.dcm"));
    }

    private OpenClip open(ClipReader reader) {
        return new OpenClip(reader, ClipCatalogs.NONE, store, new CurrentThreadJobRunner(), Fixtures.CLOCK,
                Fixtures.ids());
    }

    @Test
    void aClipWithoutACaseBeginsOneFromWhatTheFileSays() throws Exception {
        OpenedClip opened = open(f -> clip).openNow(file, Progress.NONE);
        assertTrue(opened.isNew());
        assertEquals("Test^Anna", opened.stored().current().patient().name());
        assertEquals(Laterality.LEFT, opened.stored().current().side());
        assertEquals(List.of(new ClipRef(Fixtures.CLIP_UID, file.toString(), "Gluteal left", Laterality.LEFT)),
                opened.stored().current().clips());
        assertEquals(0, opened.startFrame());
        assertFalse(clip.closed);
    }

    @Test
    void aKnownClipComesWithItsCaseItsNewPlaceAndItsLastView() throws Exception {
        CaseId id = Fixtures.emptyCase().id();
        store.append(Fixtures.emptyCase().withIndication("why"), 0, new CaseStore.Edit("x", "", Fixtures.NOW));
        store.rememberView(id, new FrameRef(Fixtures.CLIP_UID, 7));
        OpenedClip opened = open(f -> clip).openNow(file, Progress.NONE);
        assertFalse(opened.isNew());
        assertEquals("why", opened.stored().current().indication());
        assertEquals(file.toString(), opened.stored().current().clips().getFirst().location());
        assertEquals(7, opened.startFrame());
    }

    @Test
    void aRememberedFrameBeyondTheClipIsNotGoneTo() throws Exception {
        store.append(Fixtures.emptyCase(), 0, new CaseStore.Edit("x", "", Fixtures.NOW));
        store.rememberView(Fixtures.emptyCase().id(), new FrameRef(Fixtures.CLIP_UID, 10));
        assertEquals(0, open(f -> clip).openNow(file, Progress.NONE).startFrame());
    }

    @Test
    void aMissingFileGivesASentenceThatNamesIt() {
        List<String> sentences = new ArrayList<>();
        open(f -> clip).open(ClipLocation.of(folder.resolve("gone.dcm")), o -> sentences.add("opened"), sentences::add);
        assertEquals(1, sentences.size());
        assertTrue(sentences.getFirst().contains("gone.dcm") && sentences.getFirst().contains("is not there"));
    }

    @Test
    void aReadersSentenceIsPassedOn() {
        List<String> sentences = new ArrayList<>();
        open(f -> {
            throw new ClipException("a.dcm is not a DICOM file.");
        }).open(ClipLocation.of(file), o -> sentences.add("opened"), sentences::add);
        assertEquals(List.of("a.dcm is not a DICOM file."), sentences);
    }

    @Test
    void aClipNobodyReceivesIsClosed() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancelledException.class, () -> open(f -> clip).openNow(file, cancelled));
        assertTrue(clip.closed);
    }

    @Test
    void reopeningACaseFindsItsClipAndFrame() throws Exception {
        CaseId id = Fixtures.emptyCase().id();
        store.append(Fixtures.emptyCase().withClip(new ClipRef(Fixtures.CLIP_UID, file.toString(), "")), 0,
                new CaseStore.Edit("x", "", Fixtures.NOW));
        store.rememberView(id, new FrameRef(Fixtures.CLIP_UID, 4));
        OpenedClip opened = open(f -> clip).reopenNow(id, Progress.NONE);
        assertEquals(4, opened.startFrame());
        assertEquals(1, opened.stored().version());
    }

    @Test
    void reopeningWithTheFileGoneSaysWhereItWasAndThatNothingIsLost() throws Exception {
        store.append(Fixtures.emptyCase(), 0, new CaseStore.Edit("x", "", Fixtures.NOW));
        ClipException e = assertThrows(ClipException.class,
                () -> open(f -> clip).reopenNow(Fixtures.emptyCase().id(), Progress.NONE));
        assertTrue(String.valueOf(e.getMessage()).contains("/clips/a.dcm"));
        assertTrue(String.valueOf(e.getMessage()).contains("Nothing drawn on it is lost"));
    }

    @Test
    void aFileThatIsAnotherClipByNowIsRefusedAndClosed() throws Exception {
        store.append(Fixtures.emptyCase().withClip(new ClipRef("2.25.99", file.toString(), "")), 0,
                new CaseStore.Edit("x", "", Fixtures.NOW));
        store.rememberView(Fixtures.emptyCase().id(), new FrameRef("2.25.99", 0));
        assertThrows(ClipException.class,
                () -> open(f -> clip).reopenNow(Fixtures.emptyCase().id(), Progress.NONE));
        assertTrue(clip.closed);
    }
}

package foramen.workspace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of clips that are not open. */
class OtherClipsTest {
    private static final String UID = FakeClip.UID;

    @TempDir
    Path folder = Path.of("unset");

    /** Opens files and what lies in archives. */
    private static final class Reader implements ClipReader {
        private boolean there = true;
        private Optional<String> entry = Optional.empty();

        @Override
        public Clip open(Path file) throws ClipException {
            if (!there) {
                throw new ClipException("The drive is away.");
            }
            return FakeClip.calibrated();
        }

        @Override
        public Clip open(ClipLocation location) throws ClipException {
            entry = location.entry();
            return open(location.file());
        }
    }

    private static Case at(String location) {
        Case c = Cases.full();
        ClipRef ref = c.clip(UID).orElseThrow();
        return c.withClip(ref.at(location));
    }

    @Test
    void aClipInAnArchiveIsReadThere() throws IOException {
        Path zip = Files.createFile(folder.resolve("clips.zip"));
        Reader reader = new Reader();
        OtherClips clips = new OtherClips(reader, new CurrentThreadJobRunner());
        clips.want(at(ClipLocation.in(zip, "left/clip.dcm").text()));
        assertEquals(Optional.of("left/clip.dcm"), reader.entry);
        assertTrue(clips.info(UID).isPresent(), clips.whyUnknown(UID));
    }

    @Test
    void whatCouldNotBeReadIsTriedAgainWhenTheCaseIsOpenedAgain() throws IOException {
        Case c = at(Files.createFile(folder.resolve("clip.dcm")).toString());
        Reader reader = new Reader();
        reader.there = false;
        OtherClips clips = new OtherClips(reader, new CurrentThreadJobRunner());
        clips.want(c);
        assertEquals("The drive is away.", clips.whyUnknown(UID));
        reader.there = true;
        clips.want(c.withIndication("Other"));
        assertEquals("The drive is away.", clips.whyUnknown(UID));
        clips.want(Case.begin(new CaseId("other"), Cases.NOW));
        clips.want(c);
        assertEquals(Optional.of(UID), clips.info(UID).map(ClipInfo::identity).map(i -> i.sopInstanceUid()));
    }
}

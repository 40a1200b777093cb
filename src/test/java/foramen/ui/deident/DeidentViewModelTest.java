package foramen.ui.deident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.Frame;
import foramen.domain.deident.Box;
import foramen.domain.deident.CopyException;
import foramen.domain.deident.CopyMaker;
import foramen.domain.deident.CopyOutcome;
import foramen.domain.deident.CopyPreview;
import foramen.domain.deident.CopyResult;
import foramen.domain.deident.CopySource;
import foramen.domain.deident.CopySources;
import foramen.domain.deident.CopyStatus;
import foramen.domain.deident.CopyWishes;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelPolicy.WithoutRegions;
import foramen.domain.deident.PixelVerdict;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.ui.deident.DeidentState.Stroke;
import foramen.ui.support.Words;
import foramen.workspace.ManualJobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeidentViewModelTest {
    private static final Path OUT = Path.of("copies").toAbsolutePath();

    private final Maker maker = new Maker();
    private final DeidentViewModel model = model(new CurrentThreadJobRunner());

    private DeidentViewModel model(JobRunner jobs) {
        return new DeidentViewModel(maker, jobs, () -> List.of(ClipLocation.of(Path.of("case.dcm"))),
                Words.in(Locale.ENGLISH, Locale.US));
    }

    /** Copies one file each time it is asked how far it is, and does what it is told between them. */
    private static final class Maker implements CopyMaker {
        private final List<CopyWishes> asked = new ArrayList<>();
        private Runnable between = () -> {};
        private int columns = 1;

        @Override
        public CopySources find(List<Path> places, Progress progress) {
            return new CopySources(
                    places.stream().map(p -> CopySource.of(ClipLocation.of(p), p.toString(), 100 * places.size(), 50))
                            .toList(),
                    List.of());
        }

        @Override
        public CopyPreview preview(CopySource source, int frame, CopyWishes wishes) {
            asked.add(wishes);
            return new CopyPreview(picture(source, frame), frame, 3, "P-1", PixelVerdict.MASKED, "", List.of(),
                    List.of(),
                    1, List.of());
        }

        @Override
        public Frame picture(CopySource source, int frame) {
            return new Frame(columns, 1, new int[columns]);
        }

        @Override
        public CopyResult write(List<CopySource> sources, Path folder, CopyWishes wishes, Progress progress)
                throws CopyException {
            List<CopyOutcome> outcomes = new ArrayList<>();
            for (CopySource s : sources) {
                if (progress.isCancelled()) {
                    return new CopyResult(outcomes, true, Optional.empty(), folder, List.of());
                }
                if (s.label().equals("full")) {
                    throw new CopyException("There is no room.");
                }
                outcomes.add(new CopyOutcome(s.label(), CopyStatus.DONE, "", "x"));
                between.run();
            }
            return new CopyResult(outcomes, false, Optional.of(folder.resolve("proof")), folder, List.of());
        }
    }

    @Test
    void stoppingTellsWhatIsWholeAndNothingOfTheRest() {
        ManualJobRunner jobs = new ManualJobRunner();
        DeidentViewModel stopped = model(jobs);
        stopped.add(List.of(Path.of("a"), Path.of("b"), Path.of("c")));
        jobs.runAll();
        stopped.chooseFolder(OUT);
        maker.between = stopped::cancel;
        stopped.write();
        jobs.runAll();
        assertEquals(1, stopped.state().ended().orElseThrow().outcomes().size());
        assertTrue(stopped.state().said().startsWith("Stopped. 1 of the 1 files reached"), stopped.state().said());
        assertFalse(stopped.state().writing());
    }

    @Test
    void searchingThatIsStoppedFromTheStatusLineSaysSoAndCanBeginAgain() {
        ManualJobRunner jobs = new ManualJobRunner();
        DeidentViewModel searching = model(jobs);
        searching.add(List.of(Path.of("a")));
        jobs.stopOne(false);
        assertEquals("Stopped.", searching.state().said());
        searching.add(List.of(Path.of("a")));
        jobs.runAll();
        assertEquals(1, searching.state().files().size());
    }

    @Test
    void aFailureIsTheMakersSentenceAndTheFolderStaysNamed() {
        model.add(List.of(Path.of("full")));
        model.chooseFolder(OUT);
        model.write();
        assertEquals("There is no room.", model.state().said());
        assertTrue(model.state().wrong() && model.state().canWrite());
        assertEquals(Optional.of(OUT), model.state().folder());
    }

    @Test
    void aRunThatIsDoneAsksForAnotherFolder() {
        model.addCase();
        model.chooseFolder(OUT);
        assertTrue(model.state().canWrite());
        model.write();
        assertFalse(model.state().canWrite());
        assertEquals(Optional.empty(), model.state().folder());
        assertEquals(Optional.of(OUT.resolve("proof")), model.state().ended().orElseThrow().proof());
    }

    @Test
    void aRectangleIsNotAddedToThoseOfPicturesOfAnotherSize() {
        model.add(List.of(Path.of("a"), Path.of("b")));
        model.draw(new Box(0, 0, 1, 1));
        maker.columns = 2;
        model.select(1);
        model.draw(new Box(0, 0, 2, 1));
        assertEquals(List.of(new Box(0, 0, 1, 1)), model.state().wishes().pixels().boxes());
        assertEquals(Optional.of(new PixelPolicy.Size(1, 1)), model.state().wishes().pixels().drawnOn());
        assertTrue(model.state().said().startsWith("The other rectangles were drawn on pictures of 1 × 1 pixels"));
    }

    @Test
    void rectanglesAndLeavingThePictureContradictEachOther() {
        model.addCase();
        model.chooseFolder(OUT);
        model.draw(new Box(1, 2, 3, 4));
        model.withoutRegions(WithoutRegions.LEAVE);
        assertFalse(model.state().canWrite());
        model.remove(Stroke.OVERWRITE, new Box(1, 2, 3, 4));
        assertTrue(model.state().canWrite());
    }

    @Test
    void eachRectangleIsAskedAboutAtOnceAndMeansWhatIsChosen() {
        model.addCase();
        model.stroke(Stroke.KEEP);
        assertEquals("", model.type("5,6,7,8"));
        assertEquals(List.of(new Box(5, 6, 7, 8)), maker.asked.getLast().pixels().kept());
        assertEquals(List.of(), maker.asked.getLast().pixels().boxes());
        assertFalse(model.type("5,6,7").isEmpty());
        assertFalse(model.type("1,1,0,3").isEmpty());
        assertEquals(1, model.state().boxes(Stroke.KEEP).size());
    }

    @Test
    void picturesOfSeveralSizesAreToldOf() {
        model.add(List.of(Path.of("a")));
        assertFalse(model.state().hasSeveralSizes());
        model.add(List.of(Path.of("b"), Path.of("c")));
        assertTrue(model.state().hasSeveralSizes());
        model.add(List.of(Path.of("a")));
        assertEquals(3, model.state().files().size(), "a file is listed once");
    }

    @Test
    void aPseudonymThatIsNoneIsRefusedInASentence() {
        assertFalse(model.pseudonym("Anna Example").isEmpty());
        assertEquals("", model.pseudonym("Case-7"));
        assertEquals("Case-7", model.state().wishes().pseudonym());
    }
}

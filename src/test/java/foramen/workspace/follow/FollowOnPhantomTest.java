package foramen.workspace.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.sample.SampleTruth;
import foramen.dicom.read.DicomClipReader;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.NativeFolder;
import foramen.testing.PhantomFrames;
import foramen.vision.OpenCvLibrary;
import foramen.vision.Propagation;
import foramen.workspace.FakeStore;
import foramen.workspace.Fixtures;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.tool.OutlineProposer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowOnPhantomTest {
    private static final Path SAMPLES = Path.of(System.getProperty("foramen.samples", "sample-dicom"));
    private static final String NAME = "b-ischial-spine-right-normal";

    private final CaseEditor editor = new CaseEditor(new FakeStore(), new CurrentThreadJobRunner(), Fixtures.CLOCK,
            () -> "Dr Test", Fixtures.ids());
    private final SampleTruth truth;

    FollowOnPhantomTest() throws IOException {
        truth = SampleTruth.read(SAMPLES.resolve(NAME + ".truth.json"));
        editor.open(new StoredCase(Case.begin(new CaseId("case-1"), Fixtures.NOW), 0));
    }

    private Polygon nerve(int frame) {
        return truth.outline(frame, "sciatic-nerve").orElseThrow().polygon();
    }

    @Test
    void theNerveOfASampleIsFollowedOverTwentyFramesBothWays() throws IOException {
        try (Clip clip = new DicomClipReader().open(SAMPLES.resolve(NAME + ".dcm"))) {
            FrameRef frame = new FrameRef(clip.info().identity().sopInstanceUid(), 20);
            Annotation drawn = new Annotation("nerve", frame, new Shape.Outline(nerve(20)),
                    StructureCatalog.SCIATIC_NERVE, Laterality.RIGHT, ScanLevel.PIRIFORMIS, ScanPlane.SHORT_AXIS, "",
                    false, "Dr Test", Fixtures.NOW);
            editor.commit(editor.current().withAnnotation(drawn), "Draw");

            new Following(editor, new CurrentThreadJobRunner(),
                    new Propagation(new OpenCvLibrary(NativeFolder.ofThisProcess()))::run).follow(clip, drawn, 0, 40);

            Track track = Track.of(editor.current(), editor.current().annotation("nerve").orElseThrow())
                    .orElseThrow();
            assertEquals(41, track.members().size());
            for (int i : List.of(0, 10, 30, 40)) {
                Polygon found = ((Shape.Area) track.on(i).orElseThrow().shape()).polygon();
                double dice = PhantomFrames.dice(nerve(i), found);
                assertTrue(dice > 0.9, "frame " + (i + 1) + ": Dice " + dice);
            }
            assertEquals(0, track.tally().drifting());
        }
    }

    @Test
    void oneClickFindsTheNerveThroughTheCasesScaleAndSaysWhyItFindsNone() throws IOException {
        try (Clip clip = new DicomClipReader().open(SAMPLES.resolve(NAME + ".dcm"))) {
            FrameRef frame = new FrameRef(clip.info().identity().sopInstanceUid(), 20);
            List<Answer> answers = new ArrayList<>();
            ClickOutline finder = new ClickOutline(() -> Optional.of(clip), editor::current,
                    new CurrentThreadJobRunner());

            finder.propose(frame, nerve(20).centroid(), answers::add);
            finder.propose(frame, new Point(1, 1), answers::add);
            finder.propose(new FrameRef("2.25.9", 0), nerve(20).centroid(), answers::add);

            Answer.Found found = assertInstanceOf(Answer.Found.class, answers.get(0));
            assertTrue(PhantomFrames.dice(nerve(20), new Polygon(found.outline())) > 0.85);
            assertTrue(assertInstanceOf(Answer.Refused.class, answers.get(1)).reason().contains("border"));
            assertInstanceOf(Answer.Refused.class, answers.get(2));
        }
    }
}

package foramen.ui.inspector;

import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.domain.casefile.Case;
import foramen.domain.injection.InjectateClass;
import foramen.job.CurrentThreadJobRunner;
import foramen.report.RegistryCsv;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.testing.MemoryCaseStore;
import foramen.testing.TreatedCase;
import foramen.ui.outcome.AssessPanel;
import foramen.ui.outcome.AssessState.Answer;
import foramen.ui.outcome.AssessViewModel;
import foramen.ui.outcome.FollowUpPanel;
import foramen.ui.outcome.FollowUpViewModel;
import foramen.ui.outcome.RegistryPage;
import foramen.ui.outcome.RegistryViewModel;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import foramen.workspace.assessment.AssessmentDesk;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk;
import foramen.workspace.assessment.RegistryDesk;
import foramen.workspace.edit.CaseEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Paints the pages of assessment, follow-up and the registry into PNG files to be looked at. Not a test. */
public final class OutcomePictures {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();

    private OutcomePictures() {}

    /** Writes the pictures into the folder that the first argument names. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch done = new CountDownLatch(1);
        List<Exception> failures = new ArrayList<>();
        Platform.startup(() -> {
            try {
                all(folder);
            } catch (Exception e) {
                failures.add(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static void all(Path folder) throws Exception {
        paint(folder, "assess-empty", assess(TestBench.closed(), false), 340, 400);
        paint(folder, "assess-800", assess(TestBench.with(Cases.empty(), FakeClip.calibrated()), false), 344, 720);
        paint(folder, "assess-full", assess(TestBench.with(Cases.empty(), FakeClip.calibrated()), true), 344, 2000);
        paint(folder, "follow-empty", follow(TestBench.with(Cases.empty(), FakeClip.calibrated())), 344, 720);
        paint(folder, "follow-full", follow(TestBench.with(treated(), FakeClip.calibrated())), 344, 1900);
        paint(folder, "registry-1280", registry(), 1280, 800);
        paint(folder, "registry-1920", registry(), 1920, 1080);
    }

    private static Parent assess(TestBench bench, boolean filled) {
        AssessViewModel model = new AssessViewModel(bench.workbench, FILES, new AssessmentDesk(FILES, ZoneOffset.UTC),
                ZoneOffset.UTC);
        if (filled) {
            model.chooseSide(foramen.domain.anatomy.Laterality.RIGHT);
            model.answer("saddle-numbness", Answer.YES);
            model.answer("fever-sepsis", Answer.NO);
            model.typePain(Instrument.VAS, PainState.NOW, "100 mm");
            model.result("fair", Result.POSITIVE);
            model.nrs("fair", OptionalInt.of(8));
            model.toggle("fair", PainSite.BUTTOCK);
            model.result("pace", Result.NEGATIVE);
            model.result("spst", Result.NOT_TOLERATED);
            model.result("apt", Result.NOT_DONE);
            model.chooseHip("pain", "mild");
            model.typeHip("flexion", "100");
        }
        return new AssessPanel(model);
    }

    private static Parent follow(TestBench bench) {
        return new FollowUpPanel(new FollowUpViewModel(bench.workbench, FILES,
                new AssessmentDesk(FILES, ZoneOffset.UTC), new OutcomeDesk(FILES, ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static Case treated() {
        return TreatedCase.named("a").vas(0, 100).nrs(0, 9).tests(0, Result.POSITIVE, "fair", "pace", "spst")
                .injected(0, InjectateClass.PROLOTHERAPY, "sacrospinous ligament")
                .injected(14, InjectateClass.PROLOTHERAPY, "sacrospinous ligament")
                .injected(28, InjectateClass.PROLOTHERAPY, "sacrospinous ligament").vas(20, 55).vas(44, 10).nrs(44, 2)
                .tests(44, Result.NEGATIVE, "fair", "pace", "spst")
                .event(60, foramen.domain.assessment.CareEvent.Kind.RESCUE_PROCEDURE, true).build();
    }

    private static Parent registry() throws Exception {
        MemoryCaseStore store = new MemoryCaseStore();
        Clock clock = Clock.fixed(TreatedCase.day(40), ZoneOffset.UTC);
        List<Case> cases = new ArrayList<>(List.of(treated()));
        for (int i = 0; i < 35; i++) {
            cases.add(TreatedCase.named("c" + i).nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis")
                    .nrs(14, i < 24 ? 3 : 7).build());
        }
        for (Case c : cases) {
            CaseEditor editor = new CaseEditor(store, new CurrentThreadJobRunner(), clock, () -> "", () -> "x");
            editor.begin(c.withIndication(""));
            editor.commit(c.withIndication("x"), "Change indication");
        }
        RegistryViewModel model = new RegistryViewModel(new RegistryDesk(FILES, new RegistryCsv(), ZoneOffset.UTC),
                FILES, store, new CurrentThreadJobRunner(), clock, TestBench.WORDS);
        model.open();
        model.group(foramen.domain.registry.RegistryQuery.Grouping.INJECTATE);
        return new RegistryPage(model);
    }

    static void paint(Path folder, String name, Parent panel, int width, int height) throws Exception {
        Stage stage = new Stage();
        Scene scene = new Scene(new StackPane(panel), width, height);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.show();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters p = new SnapshotParameters();
        p.setViewport(new Rectangle2D(0, 0, width, height));
        var image = scene.getRoot().snapshot(p, null);
        var out = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
        stage.hide();
    }
}

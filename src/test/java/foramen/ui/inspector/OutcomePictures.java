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
import foramen.ui.support.Studio;
import foramen.ui.support.TestBench;
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
import javafx.scene.Parent;

/** Paints the pages of assessment, follow-up and the registry into PNG files to be looked at. Not a test. */
public final class OutcomePictures {
    private static final AssessmentFiles FILES = AssessmentFiles.standard();

    /** The page beside the picture, which is wider in large targets. */
    private static final int WIDTH = Boolean.getBoolean("foramen.large") ? 440 : 344;

    private OutcomePictures() {}

    /** Writes the pictures into the folder that the first argument names. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Studio.open(() -> all(folder));
    }

    private static void all(Path folder) throws Exception {
        Studio.page(folder, "assess-empty", () -> assess(TestBench.closed(), false), WIDTH, 400);
        Studio.page(folder, "assess-800", () -> assess(fresh(), false), WIDTH, 720);
        Studio.page(folder, "assess-full", () -> assess(fresh(), true), WIDTH, 2000);
        Studio.page(folder, "follow-empty", () -> follow(fresh()), WIDTH, 720);
        Studio.page(folder, "follow-full", () -> follow(TestBench.with(treated(), FakeClip.calibrated())), WIDTH, 1900);
        Studio.page(folder, "registry-empty", () -> registry(0), 1280, 800);
        Studio.page(folder, "registry-1280", () -> registry(35), 1280, 800);
        Studio.page(folder, "registry-1920", () -> registry(35), 1920, 1080);
        Studio.page(folder, "registry-many", () -> registry(240), 1280, 4000);
        Studio.page(folder, "registry-error", () -> {
            RegistryViewModel model = registryModel(3);
            model.importFrom(Path.of("gone.csv"));
            return new RegistryPage(model);
        }, 1280, 800);
    }

    private static TestBench fresh() {
        return TestBench.with(Cases.empty(), FakeClip.calibrated());
    }

    private static Parent assess(TestBench bench, boolean filled) {
        AssessViewModel model = new AssessViewModel(bench.workbench, FILES, new AssessmentDesk(FILES, ZoneOffset.UTC),
                ZoneOffset.UTC);
        if (filled) {
            model.chooseSide(foramen.domain.anatomy.Laterality.RIGHT);
            model.answer("saddle-numbness", Answer.YES);
            model.answer("fever-sepsis", Answer.NO);
            model.typePain(Instrument.VAS, PainState.NOW, "100 mm");
            model.findings().result("fair", Result.POSITIVE);
            model.findings().nrs("fair", OptionalInt.of(8));
            model.findings().toggle("fair", PainSite.BUTTOCK);
            model.findings().result("pace", Result.NEGATIVE);
            model.findings().result("spst", Result.NOT_TOLERATED);
            model.findings().result("apt", Result.NOT_DONE);
            model.hip().choose("pain", "mild");
            model.hip().type("flexion", "100");
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

    private static Parent registry(int cases) throws Exception {
        return new RegistryPage(registryModel(cases));
    }

    private static RegistryViewModel registryModel(int count) throws Exception {
        MemoryCaseStore store = new MemoryCaseStore();
        Clock clock = Clock.fixed(TreatedCase.day(40), ZoneOffset.UTC);
        List<Case> cases = new ArrayList<>(count == 0 ? List.of() : List.of(treated()));
        for (int i = 0; i < count; i++) {
            cases.add(TreatedCase.named("c" + i).nrs(0, 8).injected(0, InjectateClass.STEROID, "piriformis")
                    .nrs(14, i * 35 < 24 * count ? 3 : 7).build());
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
        return model;
    }
}

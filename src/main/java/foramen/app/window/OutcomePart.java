package foramen.app.window;

import foramen.app.composition.Composition;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ProjectedSums;
import foramen.domain.outcome.DueVisit;
import foramen.job.StoppedException;
import foramen.ui.outcome.AssessPanel;
import foramen.ui.outcome.AssessViewModel;
import foramen.ui.outcome.FollowUpPanel;
import foramen.ui.outcome.FollowUpViewModel;
import foramen.ui.outcome.RegistryActions;
import foramen.ui.outcome.RegistryPage;
import foramen.ui.outcome.RegistryViewModel;
import foramen.ui.shell.Action;
import foramen.ui.shell.ShellViewModel;
import foramen.ui.shell.Step;
import foramen.ui.support.FxJobRunner;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.OutcomeDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assessment, follow-up and registry of one window: their collaborators, pages, and ways between them. */
final class OutcomePart {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomePart.class);
    private static final Duration LOOK = Duration.minutes(1);

    private final Composition composition;
    private final AssessmentFiles files;
    private final ShellViewModel model;
    private final Words words;
    private final RegistryViewModel registry;
    private final Timeline minute;
    private @Nullable AssessViewModel assess;
    private @Nullable FollowUpViewModel follow;

    OutcomePart(Composition composition, CaseStore store, ShellViewModel model, FxJobRunner jobs) {
        this.composition = composition;
        this.files = composition.assessmentFiles();
        this.model = model;
        this.words = model.words();
        registry = new RegistryViewModel(composition.registryDesk(files), files, store, jobs, composition.clock(),
                words);
        registry.setTables(composition.recordExport());
        registry.onCase(id -> {
            model.reopen(id);
            model.stepProperty().set(Step.FOLLOW);
        });
        addUp(store, jobs);
        model.stepProperty().addListener((o, was, now) -> look());
        minute = new Timeline(new KeyFrame(LOOK, e -> look()));
        minute.setCycleCount(Animation.INDEFINITE);
    }

    /** Looks at the clock each minute from now on: what is due comes to be so in a window that nobody touches. */
    void begin() {
        minute.play();
    }

    /** Looks at the clock no more. */
    void end() {
        minute.stop();
    }

    private void look() {
        if (assess != null) {
            assess.look();
        }
        if (follow != null) {
            follow.look();
        }
    }

    /** Adds up what is missing over all cases, beside whatever else is done; it goes on at the next start. */
    private void addUp(CaseStore store, FxJobRunner jobs) {
        if (store instanceof ProjectedSums sums) {
            jobs.start(words.text("job.addingup"), progress -> {
                sums.addUp(progress);
                return sums.addedUp();
            }, done -> LOG.debug("{}", done.sentence()), e -> {
                LOG.warn("The cases were not added up", e);
                // Stopped, it goes on at the next start.
                if (!(e instanceof StoppedException)) {
                    model.report(words.said(String.valueOf(e.getMessage())));
                }
            });
        }
    }

    /** Whether a follow-up visit of a case is overdue. */
    static Predicate<Case> overdue(Composition composition) {
        OutcomeDesk desk = composition.outcomeDesk(composition.assessmentFiles());
        Clock clock = composition.clock();
        return c -> desk.visits(c, clock.instant()).stream().anyMatch(v -> v.state() == DueVisit.State.OVERDUE);
    }

    /** What can be done with the registry from anywhere in the window. */
    List<Action> actions() {
        return new RegistryActions(words, registry::open).rows();
    }

    Node assessPanel(Workbench bench) {
        return new AssessPanel(assess(bench));
    }

    Node followPanel(Workbench bench) {
        FollowUpViewModel page = new FollowUpViewModel(bench, files, composition.assessmentDesk(files),
                composition.outcomeDesk(files), composition.zone());
        page.onVisit(window -> begin(bench, window));
        page.onRegistry(registry::open);
        follow = page;
        return new FollowUpPanel(page);
    }

    private void begin(Workbench bench, Optional<VisitWindow> window) {
        // The page first: only one that is there can take the keyboard.
        model.stepProperty().set(Step.ASSESS);
        assess(bench).begin(window);
    }

    private AssessViewModel assess(Workbench bench) {
        if (assess == null) {
            assess = new AssessViewModel(bench, files, composition.assessmentDesk(files), composition.zone());
        }
        return assess;
    }

    /** The window's content with the registry in its place while that is open. */
    Parent over(Parent shell) {
        return PageOver.of(shell, registry.openProperty(), () -> {
            RegistryPage page = new RegistryPage(registry);
            return new PageOver.Shown(page, page::begin);
        });
    }
}

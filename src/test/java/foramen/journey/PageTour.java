package foramen.journey;

import foramen.app.composition.Composition;
import foramen.app.sample.SampleTruth;
import foramen.domain.preference.ThemeChoice;
import foramen.geometry.Point;
import foramen.storage.PreferencesFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** Goes through all pages of the window with one case, in any language, colours and size. */
final class PageTour {
    /** The sizes that the window is judged at. */
    static final List<int[]> SIZES = List.of(new int[]{1280, 800}, new int[]{1920, 1080});
    private static final String CLIP = "a-piriformis-right-swollen";
    private static final int FRAMES = 60;
    private static final int FRAME = 30;
    private static final Point ENTRY = new Point(90, 70);

    private final FxRobot robot;
    private final Path home;

    /** A page that is in sight. */
    interface Look {
        /** Looks at it. */
        void at(PlannerRobot planner, String page) throws Exception;
    }

    /**
     * @param robot works the window
     * @param home where the case is kept
     */
    PageTour(FxRobot robot, Path home) {
        this.robot = robot;
        this.home = home;
    }

    private PlannerRobot window(Locale language) throws Exception {
        return PlannerRobot.start(robot, new Composition(home,
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), language, language));
    }

    /** Makes a case with something on every page. */
    void begin() throws Exception {
        PlannerRobot planner = window(Locale.ENGLISH);
        planner.open(SampleJob.samples().resolve(CLIP + ".dcm"));
        planner.fill("#patient", "Beispielhuber-Winterstein, Anna");
        planner.type(KeyCode.ENTER);
        planner.fill("#indication", "Deep gluteal syndrome, piriformis, recurrent");
        planner.type(KeyCode.ENTER);
        planner.click("#side-right");
        planner.goToFrame(FRAME, FRAMES);
        planner.step("outline");
        var nerve = SampleTruth.read(SampleJob.samples().resolve(CLIP + ".truth.json"))
                .outline(FRAME - 1, "sciatic-nerve").orElseThrow().polygon();
        planner.type(KeyCode.I);
        planner.clickAt(nerve.centroid());
        planner.waitFor("a proposal", () -> planner.text("#hint").contains("confidence"));
        planner.type(KeyCode.ENTER);
        planner.step("plan");
        planner.type(KeyCode.N);
        planner.clickAt(ENTRY, nerve.centroid());
        new SessionJob(planner).begin("sacrospinous-prolotherapy");
        planner.close();
    }

    /** Shows every page at every size to {@code look}. */
    void go(Locale language, ThemeChoice theme, boolean large, Look look) throws Exception {
        PreferencesFile kept = new PreferencesFile(home);
        kept.save(kept.load().preferences().withTheme(theme).withLargeTargets(large)
                .withLanguage(Optional.of(language.getLanguage())));
        PlannerRobot planner = window(language).open();
        planner.goToFrame(FRAME, FRAMES);
        for (int[] size : SIZES) {
            robot.interact(() -> {
                planner.stage().setWidth(size[0]);
                planner.stage().setHeight(size[1]);
            });
            for (String step : List.of("clips", "assess", "outline", "measure", "plan", "ledger", "follow", "export")) {
                robot.interact(((ToggleButton) planner.find("#step-" + step))::fire);
                // What is selected has more to say.
                String item = (step.equals("outline") ? "#annotate" : "#" + step) + "-panel .item";
                if (size == SIZES.getFirst() && planner.count(item) == 1) {
                    planner.click(item);
                }
                String page = size[0] + "-" + step;
                if (step.equals("ledger")) {
                    leaves(planner, page, look);
                } else {
                    look.at(planner, page);
                }
            }
            sheet(planner, KeyCode.COMMA, size[0] + "-settings", look);
            sheet(planner, KeyCode.F1, size[0] + "-about", look);
        }
        planner.close();
    }

    private void leaves(PlannerRobot planner, String page, Look look) throws Exception {
        int leaf = 0;
        for (ToggleButton b : Hand.onFx(() -> robot.from(planner.find("#ledger-leaves")).lookup(".toggle-button")
                .queryAllAs(ToggleButton.class).stream().toList())) {
            planner.robot().interact(b::fire);
            look.at(planner, page + "-" + leaf++);
        }
    }

    private static void sheet(PlannerRobot planner, KeyCode key, String page, Look look) throws Exception {
        planner.shortcut(key);
        look.at(planner, page);
        planner.type(KeyCode.ESCAPE);
    }

    /** The languages that the window speaks. */
    static Stream<Locale> languages() {
        return Stream.of(Locale.ENGLISH, Locale.GERMAN);
    }
}

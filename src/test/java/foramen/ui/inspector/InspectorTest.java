package foramen.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.delivery.ExportKind;
import foramen.domain.plan.NeedleRules;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import foramen.ui.annotate.AnnotatePanel;
import foramen.ui.annotate.AnnotateViewModel;
import foramen.ui.export.ExportPanel;
import foramen.ui.export.ExportViewModel;
import foramen.ui.ledger.LedgerPanel;
import foramen.ui.ledger.SessionBench;
import foramen.ui.measure.CalibrateViewModel;
import foramen.ui.measure.MeasurePanel;
import foramen.ui.measure.MeasureViewModel;
import foramen.ui.measure.SwellingViewModel;
import foramen.ui.plan.PlanPanel;
import foramen.ui.plan.PlanViewModel;
import foramen.ui.support.TestBench;
import foramen.ui.support.Theme;
import foramen.workspace.export.ExportService;
import foramen.workspace.measure.CaseReadings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorTest {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 960;

    private final Path folder;
    private final TestBench bench = TestBench.with(Cases.full(), FakeClip.calibrated());
    private final StackPane root = new StackPane();

    InspectorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dark().apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void choosingARowWithTheKeyboardLeavesTheKeyboardInTheList(FxRobot robot) {
        show(robot, new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures)));
        Node row = robot.lookup(".item").queryAll().iterator().next();
        robot.interact(row::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals(Optional.of("a1"), bench.editor.selectionProperty().get());
        assertTrue(root.getScene().getFocusOwner().getStyleClass().contains("item"));
    }

    @Test
    void aTypedDepthMovesTheNeedleAndEscapeBringsTheOldValueBack(FxRobot robot) {
        show(robot, plan());
        retype(robot, "#plan-depth", "40").type(KeyCode.ENTER);
        assertEquals(280, bench.casefile().plan("p1").orElseThrow().target().y(), 1e-9);
        assertEquals("40.0", text(robot, "#plan-depth"));
        retype(robot, "#plan-angle", "5").type(KeyCode.ENTER);
        assertTrue(robot.lookup("#plan-angle").query().getStyleClass().contains("wrong"));
        robot.type(KeyCode.ESCAPE);
        assertFalse(robot.lookup("#plan-angle").query().getStyleClass().contains("wrong"));
        assertEquals(280, bench.casefile().plan("p1").orElseThrow().target().y(), 1e-9);
        assertTrue(robot.lookup("Pre-procedure plan, not real-time guidance.").tryQuery().isPresent());
    }

    @Test
    void anAnnotationIsChosenRenamedAndDeleted(FxRobot robot) {
        show(robot, new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures)));
        robot.interact(() -> bench.editor.selectionProperty().set(Optional.of("a1")));
        robot.clickOn("#annotate-label").write("at the notch").type(KeyCode.ENTER);
        assertEquals("at the notch", bench.casefile().annotation("a1").orElseThrow().label());
        robot.clickOn("Left");
        assertEquals(Laterality.LEFT, bench.casefile().annotation("a1").orElseThrow().laterality());
        assertTrue(robot.lookup("#annotate-warning").query().isVisible());
        robot.clickOn("#annotate-delete");
        assertTrue(bench.casefile().annotation("a1").isEmpty());
    }

    @Test
    void halfTypedWordsAreNeverTakenForThoseOfAnotherAnnotation(FxRobot robot) {
        show(robot, new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures)));
        robot.interact(() -> bench.editor.selectionProperty().set(Optional.of("a1")));
        robot.clickOn("#annotate-label").write("about the nerve");
        robot.interact(() -> bench.editor.selectionProperty().set(Optional.of("a2")));
        robot.type(KeyCode.ENTER).type(KeyCode.TAB);
        assertEquals(Cases.full().annotations(), bench.casefile().annotations());
        assertEquals("", text(robot, "#annotate-label"));
    }

    @Test
    void theAreaOfTheNerveFollowsTheCase(FxRobot robot) {
        show(robot, measure());
        assertTrue(robot.lookup("100.0").tryQuery().isPresent());
        robot.interact(() -> bench.editor.commit(bench.casefile().withoutAnnotation("a1"), "Delete"));
        assertTrue(robot.lookup("100.0").tryQuery().isEmpty());
    }

    @Test
    void theChosenDocumentsAreWritten(FxRobot robot) {
        show(robot, export());
        robot.clickOn("#export-clean-image");
        robot.interact(robot.lookup("#export-go").queryButton()::fire);
        assertTrue(Files.exists(folder.resolve("foramen_case-000_clip1_f031_annotated.png")));
        assertFalse(Files.exists(folder.resolve("foramen_case-000_clip1_f031_clean.png")));
        assertTrue(robot.lookup("#export-summary").queryAs(Labeled.class).getText().startsWith("2 documents"));
    }

    @Test
    void everyControlOfEveryPageHasWordsForThoseWhoCannotSeeIt(FxRobot robot) {
        List<String> mute = new ArrayList<>();
        robot.interact(() -> bench.editor.selectionProperty().set(Optional.of("a1")));
        for (Parent page : pages(robot)) {
            show(robot, page);
            Predicate<Node> reachable = n -> n.isFocusTraversable() && n.isVisible();
            Set<Node> nodes = robot.from(page).lookup(reachable).queryAll();
            nodes.stream().filter(InspectorTest::isMute).map(n -> page.getId() + ": " + n).forEach(mute::add);
        }
        assertEquals(List.of(), mute);
    }

    private List<Parent> pages(FxRobot robot) {
        List<Parent> pages = new ArrayList<>();
        robot.interact(() -> pages.addAll(List.of(
                new AnnotatePanel(new AnnotateViewModel(bench.workbench, bench.structures)), measure(), plan(),
                ledger(), export())));
        return pages;
    }

    private static boolean isMute(Node n) {
        boolean control = n instanceof ButtonBase || n instanceof TextField || n instanceof ComboBoxBase<?>
                || n.getStyleClass().contains("item");
        boolean spoken = says(n.getAccessibleText()) || (n instanceof Labeled l && says(l.getText()));
        return control && !spoken;
    }

    private static boolean says(@Nullable String words) {
        return words != null && !words.isBlank();
    }

    private void show(FxRobot robot, Parent page) {
        robot.interact(() -> root.getChildren().setAll(page));
    }

    private static FxRobot retype(FxRobot robot, String field, String text) {
        robot.clickOn(field);
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).selectAll());
        return robot.write(text);
    }

    private static String text(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextField.class).getText();
    }

    private PlanPanel plan() {
        return new PlanPanel(new PlanViewModel(bench.workbench, bench.structures, bench.plans(readings())),
                TestBench.LOCALE);
    }

    private MeasurePanel measure() {
        return new MeasurePanel(new MeasureViewModel(bench.workbench, readings()),
                new CalibrateViewModel(bench.workbench, ZoneOffset.UTC),
                new SwellingViewModel(bench.workbench, bench.structures, bench.swelling(), TestBench.LOCALE));
    }

    private CaseReadings readings() {
        return new CaseReadings(bench.structures, NeedleRules.standard(), TestBench.LOCALE);
    }

    private LedgerPanel ledger() {
        return new LedgerPanel(SessionBench.model(bench), ZoneOffset.UTC, () -> {});
    }

    private ExportPanel export() {
        ExportService service = new ExportService(
                List.of(ExportKind.values()).stream().map(PanelPictures::exporter).toList());
        return new ExportPanel(new ExportViewModel(bench.workbench, service, new CurrentThreadJobRunner(), folder,
                "test"), Optional.empty());
    }
}

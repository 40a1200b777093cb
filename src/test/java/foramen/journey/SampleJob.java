package foramen.journey;

import foramen.app.sample.SampleClips;
import foramen.app.sample.SampleTruth;
import foramen.geometry.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/** The job on the first sample clip, step by step, as a robot does it for the test and for the pictures. */
final class SampleJob {
    static final String CLIP = SampleClips.FIRST;
    static final int FRAME = 31;
    static final Point ENTRY = new Point(64, 66);
    static final Point TARGET = new Point(232, 291);
    static final String LOT = "DX-1042";
    static final String OPERATOR = "Dr Example";
    /** Enough for the pointer's whole pixels not to matter on the nerve. */
    private static final double NERVE_ZOOM = 5;
    /** So much of the picture as the long ligament needs. */
    private static final double LIGAMENT_ZOOM = 2.5;

    private final PlannerRobot planner;
    private final SampleTruth truth;
    private final double apart;

    /**
     * @param planner the window
     * @param truth what is on the clip
     * @param apart how far clicks of an outline lie from one another, at least, in screen units
     */
    SampleJob(PlannerRobot planner, SampleTruth truth, double apart) {
        this.planner = planner;
        this.truth = truth;
        this.apart = apart;
    }

    /** Where the sample clips lie. */
    static Path samples() {
        return SampleClips.folder().orElseThrow(() -> new IllegalStateException("The sample clips are not here"));
    }

    private List<Point> outline(String structure) {
        return truth.outline(FRAME - 1, structure).orElseThrow().polygon().vertices();
    }

    private Point middle(String structure) {
        return truth.outline(FRAME - 1, structure).orElseThrow().polygon().centroid();
    }

    /** Sets the side and outlines nerve, muscle and ligament. */
    void outlines() {
        planner.click("#side-left");
        planner.step("outline");
        nerve();
        planner.choose("Structure: Piriformis");
        planner.type(KeyCode.P);
        planner.outline(piriformis());
        letGo();
        planner.choose("Structure: Sacrospinous ligament");
        planner.choose("Plane: Long axis");
        trace("sacrospinous-ligament", LIGAMENT_ZOOM);
    }

    /** Sets the side and outlines what the clip does show: for pictures. */
    void outlinesTrueToTheClip() {
        planner.click("#side-left");
        planner.step("outline");
        planner.choose("#annotate-level", "Ischial spine");
        nerve();
        planner.choose("Structure: Sacrospinous ligament");
        planner.choose("Plane: Long axis");
        trace("sacrospinous-ligament", LIGAMENT_ZOOM);
        planner.choose("Plane: Short axis");
        planner.choose("#annotate-others", "Calcification");
        trace("calcification", NERVE_ZOOM);
        planner.choose("#annotate-others", "Pudendal nerve");
        trace("pudendal-nerve", NERVE_ZOOM);
    }

    private void trace(String structure, double zoom) {
        planner.type(KeyCode.P);
        planner.centre(middle(structure));
        planner.zoom(middle(structure), zoom);
        planner.outline(outline(structure), apart);
        letGo();
        planner.type(KeyCode.DIGIT0);
    }

    /** Outlines the nerve, large. */
    void nerve() {
        planner.choose("Structure: Sciatic nerve");
        planner.choose("Plane: Short axis");
        trace("sciatic-nerve", NERVE_ZOOM);
    }

    /** Back to the select tool with nothing selected, so that the next choice is about what is drawn next. */
    private void letGo() {
        planner.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    }

    /** The clip shows no piriformis at this level, so its lower border is drawn where it would just come into view. */
    private static List<Point> piriformis() {
        return IntStream.range(0, 24).mapToObj(i -> 2 * Math.PI * i / 24)
                .map(t -> new Point(430 + 55 * Math.cos(t), 215 + 22 * Math.sin(t))).toList();
    }

    /** Plans the needle. */
    void needle() {
        planner.step("plan");
        planner.type(KeyCode.N);
        planner.clickAt(ENTRY, TARGET);
    }

    /** Plans, checks and gives the session. */
    void injection() {
        injectionPlanned();
        new SessionJob(planner).give();
    }

    /** Plans and checks the session. */
    void injectionPlanned() {
        SessionJob session = new SessionJob(planner);
        session.begin("sacrospinous-prolotherapy");
        session.draw("Dextrose", "10 %", "4");
        session.vial("A-0", LOT, "2027-09-30");
        planner.click("#portion-add");
        session.operator(OPERATOR);
        session.noToTheRest();
        session.checklist(false);
    }

    /** Exports all documents. */
    void export(Path folder) {
        planner.step("export");
        planner.fill("#export-folder", folder.toString());
        planner.type(KeyCode.ENTER);
        planner.click("#export-go");
        planner.waitFor("the documents", () -> planner.count("#export-summary") == 1);
    }
}

package foramen.journey;

import static foramen.journey.Pen.Shortcut.plain;
import static foramen.journey.Pen.Shortcut.shift;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.composition.Composition;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.Frame;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.Region;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.workspace.tool.ToolId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every tool in one real window, by the mouse and by keys alone, with the same gestures and the same outcome. */
@ExtendWith(ApplicationExtension.class)
class ToolJourneyTest {
    static final int COLUMNS = 160;
    static final int ROWS = 120;
    private static final Point MIDDLE = new Point(80, 60);
    private static final double LONG = 34;
    private static final double SHORT = 20;
    private static final double OVAL = Math.PI * LONG * SHORT;
    private static final double BRUSH = 12;
    /** The screen's whole pixels, and half a pixel of the crosshair's. */
    private static final double NEAR = 1.5;
    private static final int MOST_CLICKS = 300;
    private static final Point[] SQUARE = {new Point(50, 40), new Point(110, 40), new Point(110, 80),
            new Point(50, 80)};
    private static final double AREA = 60 * 40;
    private static final Point ENTRY = new Point(30, 10);
    private static final Point TARGET = new Point(80, 70);

    private final Path folder;
    private PlannerRobot planner;
    private Pen pen;

    /** A tool, where it is taken (a selector, or the words of the picture's menu), how it is worked, and what comes of it. */
    private record Row(ToolId tool, Pen.Shortcut key, String button, boolean undone, Runnable gesture,
            Consumer<Case> outcome) {}

    ToolJourneyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(Pen.Kind.class)
    void everyToolIsWorkedInTheWindow(Pen.Kind kind) {
        assertEquals(List.copyOf(EnumSet.allOf(ToolId.class)), rows().map(Row::tool).sorted().toList());
        pen = kind.in(planner);
        for (Row row : rows().toList()) {
            Case before = planner.casefile();
            if (row.button().startsWith("#plan") && kind == Pen.Kind.MOUSE) {
                planner.step("plan");
            }
            pen.take(row.key(), row.button());
            row.gesture().run();
            try {
                row.outcome().accept(planner.casefile());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(row.tool() + " (" + planner.text("#hint") + "): " + e.getMessage(), e);
            }
            if (row.undone()) {
                planner.shortcut(KeyCode.Z);
                assertEquals(before.annotations(), planner.casefile().annotations(), row.tool() + " is one step");
                assertEquals(before.plans(), planner.casefile().plans(), row.tool() + " is one step");
            }
        }
    }

    @BeforeEach
    void start(FxRobot robot) throws Exception {
        Path file = folder.resolve("oval.dcm");
        UltrasoundObject o = UltrasoundFixtures.object("oval");
        Region region = new Region(1, 1, 2, 0, 0, COLUMNS - 1, ROWS - 1, Optional.of(new Point(80, 0)), 0, 0,
                Region.UNIT_CM, Region.UNIT_CM, 0.02, 0.02);
        new UltrasoundMultiframeWriter().write(file, new UltrasoundObject(o.patient(), o.uids(), o.acquired(),
                o.scanner(), o.study(), o.laterality(), List.of(region), o.frameMillis()), 2, ToolJourneyTest::oval,
                PixelEncoding.JPEG_BASELINE);
        planner = PlannerRobot.start(robot, new Composition(folder.resolve("home"),
                Clock.fixed(Instant.parse("2026-03-14T12:03:07Z"), ZoneOffset.UTC), Locale.US));
        planner.open(file);
        pen = new Pen.ByMouse(planner);
    }

    @AfterEach
    void close() {
        planner.close();
    }

    /** A bright oval on dark tissue, with some grain. */
    static Frame oval(int number) {
        Random grain = new Random(number);
        int[] argb = new int[COLUMNS * ROWS];
        for (int i = 0; i < argb.length; i++) {
            double x = (i % COLUMNS + 0.5 - MIDDLE.x()) / LONG;
            int row = i / COLUMNS;
            double y = (row + 0.5 - MIDDLE.y()) / SHORT;
            int grey = (x * x + y * y < 1 ? 170 : 50) + grain.nextInt(20);
            argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        return new Frame(COLUMNS, ROWS, argb);
    }

    /** The rows in the order they are worked; the last ones build on one another. */
    private Stream<Row> rows() {
        return Stream.of(outlines(), byPixels(), measures(), marks(), corrections(), needles()).flatMap(List::stream);
    }

    private List<Row> outlines() {
        return List.of(
                row(ToolId.FREEHAND, plain(KeyCode.F), () -> pen.drag(SQUARE),
                        c -> encloses(c, Shape.Outline.class, AREA, 0.03)),
                row(ToolId.SPLINE, shift(KeyCode.P), this::outline, c -> {
                    encloses(c, Shape.Spline.class, 1.3 * AREA, 0.3);
                    near(last(c).shape().points(), SQUARE);
                }),
                row(ToolId.ELLIPSE, plain(KeyCode.E),
                        () -> pen.click(new Point(50, 60), new Point(110, 60), new Point(80, 80)),
                        c -> encloses(c, Shape.Ellipse.class, Math.PI * 30 * 20, 0.05)),
                row(ToolId.BRUSH, plain(KeyCode.B), () -> pen.click(MIDDLE),
                        c -> encloses(c, Shape.Outline.class, Math.PI * BRUSH * BRUSH, 0.05)));
    }

    private List<Row> byPixels() {
        return List.of(
                row(ToolId.LIVEWIRE, plain(KeyCode.V), () -> {
                    sighted(new Point(114, 60));
                    pen.click(new Point(80, 80), new Point(46, 60), new Point(80, 40));
                    pen.close(new Point(114, 60));
                }, c -> found(c, Origin.LIVEWIRE, OVAL, 0.08)),
                row(ToolId.WAND, plain(KeyCode.G), () -> pen.drag(MIDDLE, new Point(84, 60), new Point(90, 60)),
                        c -> found(c, Origin.WAND, OVAL, 0.12)),
                row(ToolId.PROPOSE, plain(KeyCode.I), () -> {
                    pen.click(MIDDLE);
                    planner.waitFor("the proposal", () -> planner.text("#hint").contains("Enter"));
                    planner.type(KeyCode.ENTER);
                    // A nerve is traced inside its bright rim.
                }, c -> found(c, Origin.PROPOSED, 0.75 * OVAL, 0.27)));
    }

    private List<Row> measures() {
        Point[] cross = {new Point(50, 60), new Point(110, 60), new Point(80, 50), new Point(80, 70)};
        return List.of(
                new Row(ToolId.LINE, plain(KeyCode.L), "#tool-strip #length", true,
                        () -> pen.drag(SQUARE[0], SQUARE[2]),
                        c -> passes(c, Shape.Line.class, SQUARE[0], SQUARE[2])),
                row(ToolId.BIDIRECTIONAL, shift(KeyCode.L), () -> pen.click(cross),
                        c -> passes(c, Shape.Bidirectional.class, cross)),
                row(ToolId.ANGLE, plain(KeyCode.A), () -> pen.click(SQUARE[0], SQUARE[1], SQUARE[2]),
                        c -> passes(c, Shape.Angle.class, SQUARE[0], SQUARE[1], SQUARE[2])),
                row(ToolId.POLYLINE, plain(KeyCode.Y), () -> {
                    pen.click(SQUARE[0], SQUARE[1], SQUARE[2]);
                    pen.end(SQUARE[2]);
                }, c -> passes(c, Shape.Polyline.class, SQUARE[0], SQUARE[1], SQUARE[2])));
    }

    private List<Row> marks() {
        return List.of(
                row(ToolId.POINT, plain(KeyCode.D), () -> pen.click(SQUARE[1]),
                        c -> passes(c, Shape.Marker.class, SQUARE[1])),
                row(ToolId.TEXT, plain(KeyCode.X), () -> {
                    pen.click(SQUARE[0]);
                    planner.write("Scar");
                    planner.type(KeyCode.ENTER);
                }, c -> {
                    passes(c, Shape.Text.class, SQUARE[0]);
                    assertEquals("Scar", last(c).label());
                }),
                row(ToolId.NO_GO, shift(KeyCode.N), this::outline, c -> {
                    passes(c, Shape.Outline.class, SQUARE);
                    assertEquals("no-go-zone", last(c).structureId());
                }));
    }

    private List<Row> corrections() {
        Point out = new Point(40, 30);
        return List.of(
                kept(ToolId.POLYGON, plain(KeyCode.P), strip(ToolId.POLYGON), this::outline,
                        c -> passes(c, Shape.Outline.class, SQUARE)),
                row(ToolId.SELECT, plain(KeyCode.S), () -> pen.drag(SQUARE[0], new Point(45, 35), out),
                        c -> passes(c, Shape.Outline.class, out, SQUARE[1], SQUARE[2], SQUARE[3])),
                // Half of the stroke's width lies within the outline, from edge to edge.
                row(ToolId.ERASER, shift(KeyCode.B), () -> pen.drag(new Point(110, 20), new Point(110, 100)),
                        c -> encloses(c, Shape.Outline.class, AREA - BRUSH * 40, 0.05)));
    }

    private List<Row> needles() {
        Point other = new Point(100, 70);
        Point[] arc = {new Point(20, 20), new Point(80, 10), new Point(140, 20)};
        Point[] seen = {new Point(40, 30), new Point(70, 60), TARGET};
        return List.of(
                new Row(ToolId.PUNCTURE, shift(KeyCode.O), ToolId.PUNCTURE.label(), true,
                        () -> pen.click(ENTRY, TARGET), c -> {
                            aims(plan(c), 1, ENTRY, TARGET);
                            assertFalse(plan(c).detail().approach().inPlane());
                        }),
                kept(ToolId.NEEDLE, plain(KeyCode.N), strip(ToolId.NEEDLE), () -> pen.drag(ENTRY, TARGET), c -> {
                    aims(plan(c), 1, ENTRY, TARGET);
                    assertTrue(plan(c).detail().approach().inPlane());
                }),
                kept(ToolId.NEXT_TARGET, shift(KeyCode.G), "#plan-target-add",
                        () -> pen.click(new Point(31, 10), other), c -> {
                            aims(plan(c), 2, ENTRY, other);
                            assertEquals(plan(c).entry(), plan(c).passes().getLast().entry(), "one site");
                        }),
                kept(ToolId.SKIN_ARC, shift(KeyCode.K), "#plan-skin-draw", () -> pen.click(arc),
                        c -> near(plan(c).detail().approach().skin().map(SkinSetting::points).orElseThrow(), arc)),
                kept(ToolId.NEEDLE_SEEN, shift(KeyCode.E), "#plan-seen-mark", () -> pen.click(seen), c -> {
                    near(List.of(seen(c).shaft(), seen(c).tip(), seen(c).target()), seen);
                    assertEquals(1, seen(c).targetNumber());
                }),
                kept(ToolId.SPREAD, shift(KeyCode.D), "#plan-seen-spread", this::outline,
                        c -> near(seen(c).spread().orElseThrow().vertices(), SQUARE)),
                kept(ToolId.CALIBRATE, plain(KeyCode.K), strip(ToolId.CALIBRATE), () -> {
                    pen.click(new Point(40, 20), new Point(40, 100));
                    pen.fill("calibrate-first", "40");
                    pen.fill("calibrate-reason", "Ticks");
                    planner.type(KeyCode.ENTER);
                }, c -> {
                    KnownLength set = c.calibrations().getFirst().lines().getFirst();
                    near(List.of(set.segment().a(), set.segment().b()), new Point(40, 20), new Point(40, 100));
                    assertEquals(40, set.mm());
                    assertEquals("Ticks", c.calibrations().getFirst().overrideReason());
                }));
    }

    private static Row row(ToolId tool, Pen.Shortcut key, Runnable gesture, Consumer<Case> outcome) {
        return new Row(tool, key, strip(tool), true, gesture, outcome);
    }

    private static Row kept(ToolId tool, Pen.Shortcut key, String button, Runnable gesture, Consumer<Case> outcome) {
        return new Row(tool, key, button, false, gesture, outcome);
    }

    private static String strip(ToolId tool) {
        return "#tool-strip #" + tool.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void outline() {
        pen.click(SQUARE);
        pen.close(SQUARE[0]);
    }

    /** Clicks until the edges of the frame, which come from a job, are there. */
    private void sighted(Point at) {
        for (int i = 0; i < MOST_CLICKS; i++) {
            pen.click(at);
            planner.settle();
            if (!planner.text("#hint").contains("not there yet")) {
                return;
            }
        }
        throw new AssertionError("The edges do not come");
    }

    private static Annotation last(Case c) {
        return c.annotations().getLast();
    }

    private static NeedlePlan plan(Case c) {
        assertEquals(1, c.plans().size(), "plans");
        return c.plans().getFirst();
    }

    private static ActualNeedle seen(Case c) {
        assertEquals(1, plan(c).detail().actual().size(), "needles as seen");
        return plan(c).detail().actual().getFirst();
    }

    private static void aims(NeedlePlan plan, int passes, Point entry, Point target) {
        assertEquals(passes, plan.passes().size(), "targets");
        near(List.of(plan.passes().getLast().entry(), plan.passes().getLast().target()), entry, target);
    }

    private static void found(Case c, Origin origin, double area, double within) {
        encloses(c, Shape.Area.class, area, within);
        assertEquals(origin, last(c).origin());
        near(List.of(((Shape.Area) last(c).shape()).polygon().centroid()), MIDDLE);
    }

    private static void encloses(Case c, Class<? extends Shape.Area> kind, double area, double within) {
        Polygon got = kind.cast(last(c).shape()).polygon();
        assertEquals(area, got.area(), within * area, "area");
    }

    private static void passes(Case c, Class<? extends Shape> kind, Point... points) {
        near(kind.cast(last(c).shape()).points(), points);
    }

    private static void near(List<Point> got, Point... expected) {
        assertEquals(expected.length, got.size(), () -> "points " + got);
        for (int i = 0; i < expected.length; i++) {
            Point to = expected[i];
            Point from = got.get(i);
            assertTrue(from.distanceTo(to) < NEAR, () -> from + " is not near " + to);
        }
    }
}

package foramen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OverlayComposerTest {
    private final OverlayComposer composer = new OverlayComposer(StructureCatalog.standard(), NeedleRules.standard());
    private final OverlayOptions all = new OverlayOptions(true, OverlayOptions.Info.FULL, true, Locale.ROOT);

    @Test
    void anOutlineIsDrawnThroughItsExactVertices() {
        Annotation nerve = Cases.nerve("a1");
        Mark.Path path = of(compose(Cases.empty().withAnnotation(nerve), FakeClip.calibrated()), Mark.Path.class)
                .getFirst();
        assertEquals(nerve.shape().points(), path.points());
        assertTrue(path.closed());
        assertTrue(path.stroke().halo());
        assertTrue(path.fillArgb().isEmpty());
        assertEquals(0xFFF5D90A, path.stroke().argb());
    }

    @Test
    void anOutlinesLabelHasLetterNameSideAndAreaWithUnit() {
        assertTrue(labels(compose(Cases.full(), FakeClip.calibrated())).contains("N · Sciatic nerve R 100.0\u00a0mm²"
                + " (trace)"));
    }

    @Test
    void anAreaIsLabelledWithItsMethodAndWhatWasFollowedWithThatOfItsKeyFrame() {
        Annotation key = Cases.annotation("k", "sciatic-nerve",
                new Shape.Ellipse(new Ellipse(new Point(320, 260), new Point(40, 0), 20)))
                .withFollow(Optional.of(Follow.keyFrame("t")));
        Annotation followed = Cases.nerve("f").withOrigin(Origin.FOLLOWED)
                .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.ACCEPTED)));
        List<String> labels = labels(compose(Cases.empty().withAnnotation(key).withAnnotation(followed),
                FakeClip.calibrated()));
        assertEquals(2, labels.stream().filter(l -> l.contains("mm² (ellipse)")).count(), labels.toString());
    }

    @Test
    void aScreenMayWriteLengthsInCentimetresWhileAreasStay() {
        OverlayOptions cm = screen(Optional.of(LengthUnit.CENTIMETRE), RulerSide.RIGHT);
        List<String> labels = labels(
                composer.compose(scene(Cases.full(), FakeClip.calibrated(), Optional.empty()), cm));
        assertTrue(labels.contains("N · Sciatic nerve R 100.0\u00a0mm² (trace)"), labels.toString());
        assertTrue(labels.stream().anyMatch(l -> l.matches("1 D 0\\.\\d\\d\u00a0cm · .*")), labels.toString());
        assertTrue(labels.stream().noneMatch(l -> l.contains("\u00a0mm") && !l.contains("mm²")), labels.toString());
    }

    @Test
    void theRulersFiguresAreInTheUnitOfTheScreen() {
        OverlayOptions mm = screen(Optional.of(LengthUnit.MILLIMETRE), RulerSide.RIGHT);
        List<Mark.Ruler> rulers = of(
                composer.compose(scene(Cases.empty(), FakeClip.calibrated(), Optional.empty()), mm),
                Mark.Ruler.class);
        assertEquals(List.of("0\u00a0mm", "", "10\u00a0mm"),
                rulers.getFirst().ticks().stream().limit(3).map(Mark.Tick::label).toList());
        OverlayOptions cm = screen(Optional.of(LengthUnit.CENTIMETRE), RulerSide.RIGHT);
        rulers = of(composer.compose(scene(Cases.empty(), FakeClip.calibrated(), Optional.empty()), cm),
                Mark.Ruler.class);
        assertTrue(rulers.getLast().ticks().get(1).label().endsWith("\u00a0cm"));
    }

    @Test
    void onTheLeftTheRulerHasRoomForItsFiguresWithinTheRegion() {
        OverlayOptions left = screen(Optional.empty(), RulerSide.LEFT);
        Mark.Ruler ruler = of(composer.compose(scene(Cases.empty(), FakeClip.calibrated(), Optional.empty()), left),
                Mark.Ruler.class).getFirst();
        int minX = FakeClip.calibrated().info().calibration().mainRegion().orElseThrow().minX();
        assertEquals(minX + 56, ruler.from().x(), 1e-9);
        assertEquals(ruler.from().x(), ruler.to().x(), 1e-9);
    }

    @Test
    void wordsOfThePictureAreInTheLanguageOfTheScreenButNotTheOperators() {
        Annotation nerve = Cases.nerve("a1").withLabel("to the left");
        OverlayOptions german = new OverlayOptions(true, OverlayOptions.Info.FULL, true,
                new PictureWords(Locale.GERMANY, Optional.empty(), p -> "«" + p.english() + "»",
                        t -> Map.of("Sciatic nerve", "Nervus ischiadicus", "trace", "umfahren").getOrDefault(t, t)),
                RulerSide.RIGHT);
        List<String> labels = labels(
                composer.compose(scene(Cases.full().withAnnotation(nerve), FakeClip.calibrated(), Optional.empty()),
                        german));
        assertTrue(labels.contains("N · Nervus ischiadicus R 100,0\u00a0mm² (umfahren) · to the left"),
                labels.toString());
        assertTrue(labels.stream().anyMatch(l -> l.startsWith("«depth ")), labels.toString());
    }

    private static OverlayOptions screen(Optional<LengthUnit> lengths, RulerSide side) {
        return new OverlayOptions(true, OverlayOptions.Info.FULL, true,
                new PictureWords(Locale.ROOT, lengths, PicturePhrase::english, t -> t), side);
    }

    @Test
    void aSideThatIsNotSetIsSaidBesideTheNumber() {
        Annotation nerve = Cases.nerve("a1").withLaterality(Laterality.UNSPECIFIED);
        assertTrue(labels(compose(Cases.empty().withAnnotation(nerve), FakeClip.calibrated()))
                .contains("N · Sciatic nerve (side not set) 100.0\u00a0mm² (trace)"));
    }

    @Test
    void aSelectedOutlineIsFilledAndHasAHandleAtEachVertex() {
        DisplayList list = composer.compose(scene(Cases.full(), FakeClip.calibrated(), Optional.of("a1")), all);
        assertTrue(of(list, Mark.Path.class).getFirst().fillArgb().isPresent());
        assertEquals(Cases.nerve("a1").shape().points(), of(list, Mark.Glyph.class).stream()
                .filter(g -> g.symbol() == Mark.Symbol.HANDLE).map(Mark.Glyph::at).toList());
    }

    @Test
    void aLockedOutlineHasNoHandles() {
        Case locked = Cases.empty().withAnnotation(Cases.nerve("a1").withLocked(true));
        DisplayList list = composer.compose(scene(locked, FakeClip.calibrated(), Optional.of("a1")), all);
        assertTrue(of(list, Mark.Glyph.class).stream().noneMatch(g -> g.symbol() == Mark.Symbol.HANDLE));
    }

    @Test
    void calipersAreNumberedInDrawingOrderWithTheirLengths() {
        Case two = Cases.empty()
                .withAnnotation(Cases.line("l1", "piriformis", new Point(200, 200), new Point(200, 226)))
                .withAnnotation(Cases.line("l2", "piriformis", new Point(300, 200), new Point(349, 200)));
        List<String> labels = labels(compose(two, FakeClip.calibrated()));
        assertTrue(labels.contains("1 D 5.2\u00a0mm · Piriformis R"), labels::toString);
        assertTrue(labels.contains("2 D 9.8\u00a0mm · Piriformis R"), labels::toString);
    }

    @Test
    void aCalipersLineHidesWhereItsEndsAreCloseOnTheScreen() {
        Case one = Cases.empty()
                .withAnnotation(Cases.line("l1", "piriformis", new Point(200, 200), new Point(220, 200)));
        OverlayScene scene = scene(one, FakeClip.calibrated(), Optional.empty());
        assertEquals(0, of(composer.compose(scene, all, 1), Mark.Path.class).size());
        List<Mark.Path> zoomed = of(composer.compose(scene, all, 4), Mark.Path.class);
        assertEquals(List.of(new Point(200, 200), new Point(220, 200)), zoomed.getFirst().points());
        assertEquals(List.of(new Point(200, 200), new Point(220, 200)),
                of(composer.compose(scene, all, 1), Mark.Glyph.class).stream().map(Mark.Glyph::at).toList());
    }

    @Test
    void aNeedlePlanShowsEntryTargetDepthPathAndAngle() {
        DisplayList list = compose(Cases.full(), FakeClip.calibrated());
        assertTrue(of(list, Mark.Path.class).stream()
                .anyMatch(p -> p.points().equals(List.of(new Point(120, 80), new Point(270, 210)))));
        assertTrue(of(list, Mark.Glyph.class).stream()
                .anyMatch(g -> g.symbol() == Mark.Symbol.TARGET && g.at().equals(new Point(270, 210))));
        List<String> labels = labels(list);
        assertTrue(labels.contains("Plan · Piriformis R"), labels::toString);
        assertTrue(labels.contains("depth 26.0\u00a0mm · path 39.7\u00a0mm · 41°"), labels::toString);
    }

    @Test
    void theNearestNerveIsLinkedToThePathByTheShortestLine() {
        DisplayList list = compose(Cases.full(), FakeClip.calibrated());
        Mark.Path link = of(list, Mark.Path.class).stream().filter(p -> p.stroke().argb() == OverlayPalette.NEEDLE)
                .filter(p -> !p.stroke().dashes().isEmpty()).findFirst().orElseThrow();
        assertEquals(new Point(270, 210), link.points().get(0));
        assertEquals(300, link.points().get(1).x(), 1e-9);
        assertEquals(280, link.points().get(1).y(), 1e-9);
        assertTrue(labels(list).contains("15.2\u00a0mm to Sciatic nerve R"), labels(list)::toString);
    }

    @Test
    void aPathThroughTheNerveSaysSoInTheColourOfCaution() {
        Case through = Cases.full().withPlan(Cases.plan("p1").withTarget(new Point(330, 310), Cases.NOW));
        Mark.Label label = of(compose(through, FakeClip.calibrated()), Mark.Label.class).stream()
                .filter(l -> l.text().equals("Path touches Sciatic nerve R")).findFirst().orElseThrow();
        assertEquals(OverlayPalette.CAUTION, label.argb());
    }

    @Test
    void withoutAScaleThereIsNoRulerAndNoMillimetre() {
        DisplayList list = compose(Cases.full(), FakeClip.uncalibrated());
        assertTrue(of(list, Mark.Ruler.class).isEmpty());
        assertTrue(labels(list).stream().noneMatch(l -> l.contains("mm") || l.contains("°")), labels(list)::toString);
        assertTrue(labels(list).contains("N · Sciatic nerve R 2500\u00a0px²"), labels(list)::toString);
        assertTrue(corners(list).contains("zoom 100 % · Scale: not calibrated"));
    }

    @Test
    void theDepthRulerBeginsAtTheTransducerFaceAndTicksEveryHalfCentimetre() {
        Mark.Ruler ruler = of(compose(Cases.empty(), FakeClip.calibrated()), Mark.Ruler.class).getFirst();
        assertEquals(new Point(540, 70.5), ruler.from());
        assertEquals(new Point(540, 440), ruler.to());
        assertEquals(70.5 + 25, ruler.ticks().get(1).at().y(), 1e-9);
        assertEquals(List.of("0\u00a0cm", "", "1\u00a0cm", "", "2\u00a0cm"),
                ruler.ticks().stream().limit(5).map(Mark.Tick::label).toList());
    }

    @Test
    void theLastFigureOfTheRulerStaysAboveWhatScannersWriteBeneathTheRegion() {
        OverlayScene scene = scene(Cases.empty(), FakeClip.calibrated(), Optional.empty());
        Mark.Tick seventh = of(composer.compose(scene, all, 1), Mark.Ruler.class).getFirst().ticks().get(14);
        assertEquals("7\u00a0cm", seventh.label());
        Mark.Tick small = of(composer.compose(scene, all, 0.4), Mark.Ruler.class).getFirst().ticks().get(14);
        assertEquals(new Mark.Tick(seventh.at(), seventh.length(), ""), small);
    }

    @Test
    void theScaleBarIsARoundLengthOfThatManyMillimetres() {
        Mark.Ruler bar = of(compose(Cases.empty(), FakeClip.calibrated()), Mark.Ruler.class).getLast();
        assertEquals("20\u00a0mm", bar.ticks().get(1).label());
        assertEquals(20 / FakeClip.MM_PER_PIXEL, bar.to().x() - bar.from().x(), 1e-9);
    }

    @Test
    void withPixelSpacingOnlyThereIsAScaleBarButNoDepthRuler() {
        List<Mark.Ruler> rulers = of(compose(Cases.empty(), FakeClip.withSpacing(0.1)), Mark.Ruler.class);
        assertEquals(1, rulers.size());
        assertEquals(rulers.getFirst().from().y(), rulers.getFirst().to().y());
    }

    @Test
    void labelsOfNeighboursDoNotCoverOneAnother() {
        Case crowd = Cases.empty();
        for (int i = 0; i < 6; i++) {
            int x = 300 + i * 4;
            crowd = crowd.withAnnotation(Cases.outline("a" + i, "sciatic-nerve", new Point(x, 250),
                    new Point(x + 20, 250), new Point(x + 10, 270)));
        }
        List<Mark.Label> labels = of(compose(crowd, FakeClip.calibrated()), Mark.Label.class);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(near(labels.get(i), labels.get(j)), labels.get(i) + " covers " + labels.get(j));
            }
        }
    }

    @Test
    void cornersTellPatientOriginScaleAndFrame() {
        List<String> corners = corners(compose(Cases.full(), FakeClip.calibrated()));
        assertTrue(corners.containsAll(List.of("SAX · Piriformis (greater sciatic foramen)",
                "Example, Anna · ID FX-0001 · F", "Example clinic · 2026-03-14 09:26", "A-17 · Deep gluteal, right",
                "zoom 100 % · Scale: US region", "Frame 31/90 · 25.0 fps · 1.20 s")), corners::toString);
    }

    @Test
    void theSideIsALetterToBeSeenFromAfarAndNoCornerHasMoreThanTwoLines() {
        List<Mark.CornerText> corners = of(compose(Cases.full(), FakeClip.calibrated()), Mark.CornerText.class);
        assertEquals("R", corners.getFirst().badge());
        assertTrue(corners.stream().allMatch(c -> c.lines().size() <= 2), corners::toString);
    }

    @Test
    void aTracedOutlineOfManyPointsShowsOnlyTheHandleNearestThePointerUntilZoomedIn() {
        Point[] round = new Point[60];
        for (int i = 0; i < round.length; i++) {
            double angle = 2 * Math.PI * i / round.length;
            round[i] = new Point(300 + 40 * Math.cos(angle), 250 + 40 * Math.sin(angle));
        }
        Case traced = Cases.empty().withAnnotation(Cases.outline("a1", "sciatic-nerve", round));
        OverlayScene away = scene(traced, FakeClip.calibrated(), Optional.of("a1"));
        OverlayScene near = new OverlayScene(traced, away.clip(), Cases.FRAME, Optional.of("a1"), Optional.empty(),
                List.of(), Optional.of(round[0]), Optional.empty());
        assertEquals(0, handles(composer.compose(away, all, 1)));
        assertEquals(1, handles(composer.compose(near, all, 1)));
        assertEquals(60, handles(composer.compose(away, all, 3)));
    }

    private static long handles(DisplayList list) {
        return of(list, Mark.Glyph.class).stream().filter(g -> g.symbol() == Mark.Symbol.HANDLE).count();
    }

    @Test
    void theMinimalSetIsSideScaleAndFrame() {
        OverlayOptions minimal = new OverlayOptions(true, OverlayOptions.Info.MINIMAL, false, Locale.ROOT);
        List<String> corners = corners(
                composer.compose(scene(Cases.empty(), FakeClip.calibrated(), Optional.empty()), minimal));
        assertEquals(List.of("Scale: US region", "Frame 31/90"), corners);
    }

    @Test
    void aSideThatDisagreesWithTheFileIsSaid() {
        List<String> corners = corners(compose(Cases.empty().withSide(Laterality.LEFT), FakeClip.calibrated()));
        assertTrue(corners.contains("(the file states right)"), corners::toString);
    }

    @Test
    void anOutlineDraftShowsItsPointsTheBandToThePointerAndTheClosingHint() {
        Draft draft = new Draft(Draft.Kind.OUTLINE,
                List.of(new Point(10, 10), new Point(40, 10), new Point(40, 40)), Optional.of(new Point(20, 45)),
                "sciatic-nerve");
        OverlayScene scene = new OverlayScene(Cases.empty(), FakeClip.calibrated().info(), Cases.FRAME,
                Optional.empty(), Optional.of(draft), List.of());
        DisplayList list = composer.compose(scene,
                new OverlayOptions(true, OverlayOptions.Info.NONE, false, Locale.ROOT));
        List<List<Point>> paths = of(list, Mark.Path.class).stream().map(Mark.Path::points).toList();
        assertEquals(List.of(draft.placed(), List.of(new Point(40, 40), new Point(20, 45)),
                List.of(new Point(20, 45), new Point(10, 10))), paths);
        assertEquals(4, of(list, Mark.Glyph.class).size());
    }

    @Test
    void aNeedleDraftShowsItsNumbersWhileItIsDragged() {
        Draft draft = new Draft(Draft.Kind.NEEDLE, List.of(new Point(120, 80)), Optional.of(new Point(270, 210)), "");
        OverlayScene scene = new OverlayScene(Cases.empty(), FakeClip.calibrated().info(), Cases.FRAME,
                Optional.empty(), Optional.of(draft), List.of());
        assertTrue(labels(composer.compose(scene, all)).contains("depth 26.0\u00a0mm · path 39.7\u00a0mm · 41°"));
    }

    @Test
    void namesGiveWayToLettersAndNumbersWhereAFrameIsCrowded() {
        Case crowd = Cases.empty();
        for (int i = 0; i < 11; i++) {
            crowd = crowd.withAnnotation(
                    Cases.line("l" + i, "piriformis", new Point(120 + 30 * i, 200), new Point(120 + 30 * i, 250)));
        }
        assertTrue(labels(compose(crowd, FakeClip.calibrated())).contains("11 D 10.0\u00a0mm · R"));
    }

    @Test
    void labelsKeepOffTheFiguresOfTheDepthRuler() {
        Case edge = Cases.empty().withAnnotation(Cases.outline("a1", "sacrospinous-ligament", new Point(440, 240),
                new Point(530, 240), new Point(530, 250), new Point(440, 250)));
        DisplayList list = compose(edge, FakeClip.calibrated());
        Mark.Label label = of(list, Mark.Label.class).getFirst();
        double right = label.at().x() + label.dx() + label.text().length() * label.size() * 0.25;
        double y = label.at().y() + label.dy();
        of(list, Mark.Ruler.class).getFirst().ticks().stream().filter(t -> !t.label().isEmpty())
                .filter(t -> Math.abs(t.at().y() - y) < 12)
                .forEach(t -> assertTrue(right < t.at().x() - 40, label.toString()));
    }

    @Test
    void personNamesAreWrittenFamilyFirst() {
        assertEquals("Family, Given", Wording.personName("Family^Given"));
        assertEquals("van Berg MD, Dr Ann Maria", Wording.personName("van Berg^Ann^Maria^Dr^MD"));
        assertEquals("Yamada, Tarou", Wording.personName("Yamada^Tarou=山田^太郎"));
        assertEquals("山田, 太郎", Wording.personName("=山田^太郎"));
        assertEquals("Case seven", Wording.personName("Case seven"));
        assertEquals("", Wording.personName("^^"));
    }

    @Test
    void hiddenAnnotationsAreNotThere() {
        OverlayOptions hidden = new OverlayOptions(false, OverlayOptions.Info.NONE, false, Locale.ROOT);
        assertEquals(DisplayList.EMPTY,
                composer.compose(scene(Cases.full(), FakeClip.calibrated(), Optional.empty()), hidden));
    }

    @Test
    void aZoomThatIsNotPositiveIsRefused() {
        OverlayScene scene = scene(Cases.empty(), FakeClip.calibrated(), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> composer.compose(scene, all, 0));
    }

    private DisplayList compose(Case casefile, FakeClip clip) {
        return composer.compose(scene(casefile, clip, Optional.empty()), all);
    }

    private static OverlayScene scene(Case casefile, FakeClip clip, Optional<String> selected) {
        return new OverlayScene(casefile, clip.info(), Cases.FRAME, selected, Optional.empty(), List.of("zoom 100 %"));
    }

    private static <T extends Mark> List<T> of(DisplayList list, Class<T> type) {
        return list.marks().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> labels(DisplayList list) {
        return of(list, Mark.Label.class).stream().map(Mark.Label::text).toList();
    }

    private static List<String> corners(DisplayList list) {
        return of(list, Mark.CornerText.class).stream().flatMap(c -> Stream.of(c.lines())).flatMap(List::stream)
                .toList();
    }

    private static boolean near(Mark.Label a, Mark.Label b) {
        double dx = Math.abs(a.at().x() + a.dx() - b.at().x() - b.dx());
        double dy = Math.abs(a.at().y() + a.dy() - b.at().y() - b.dy());
        return dy < a.size() && dx < a.size() * a.text().length() * 0.5;
    }
}

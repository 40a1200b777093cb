package foramen.workspace.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Mirror;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.SameSettings;
import foramen.domain.casefile.Statements;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Region;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Thresholds;
import foramen.domain.plan.NeedleRules;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.job.CurrentThreadJobRunner;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwellingReadingsTest {
    private static final String OTHER = "2.25.2002";

    private final SwellingReadings readings = new SwellingReadings(Thresholds.standard());
    private final CaseClips here = CaseClips.only(FakeClip.calibrated().info());

    @Test
    void theOtherSideOfAnotherClipIsMeasuredAtThatClipsOwnScale(@TempDir Path folder) throws Exception {
        // The same outline in pixels, but half the millimetres a pixel: a quarter of the area.
        OtherClips clips = clips(folder, clip(0.1, LocalDateTime.of(2026, 3, 14, 9, 40)));
        Case casefile = Cases.full().withClip(ref(folder))
                .withAnnotation(on(OTHER, "l1", Laterality.LEFT, ScanLevel.PIRIFORMIS));
        clips.want(casefile);
        Comparison.Made made = made(readings.sides(nerve(casefile), casefile, clips));
        assertEquals(100, made.first().value(), 1e-9);
        assertEquals(25, made.second().value(), 1e-9);
        assertEquals(4, made.ratio(), 1e-9);
    }

    @Test
    void aClipThatIsNotThereGivesNoGuessButTheReason(@TempDir Path folder) {
        OtherClips clips = clips(folder, FakeClip.calibrated());
        Case casefile = Cases.full().withClip(ref(folder))
                .withAnnotation(on(OTHER, "l1", Laterality.LEFT, ScanLevel.PIRIFORMIS));
        clips.want(casefile);
        String reason = refused(readings.sides(nerve(casefile), casefile, clips));
        assertTrue(reason.contains("Left, short axis") && reason.contains("is not at"), reason);
    }

    @Test
    void aFileThatIsAnotherClipByNowIsNotUsed(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("left.dcm"));
        OtherClips clips = clips(folder, FakeClip.calibrated());
        Case casefile = Cases.full().withClip(ref(folder))
                .withAnnotation(on(OTHER, "l1", Laterality.LEFT, ScanLevel.PIRIFORMIS));
        clips.want(casefile);
        assertTrue(refused(readings.sides(nerve(casefile), casefile, clips)).contains("is another clip by now"));
    }

    @Test
    void eachClipIsReadOnce(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("left.dcm"));
        AtomicInteger opened = new AtomicInteger();
        OtherClips clips = new OtherClips(file -> {
            opened.incrementAndGet();
            return clip(0.1, LocalDateTime.of(2026, 3, 14, 9, 40));
        }, new CurrentThreadJobRunner());
        clips.opened(FakeClip.calibrated().info());
        Case casefile = Cases.full().withClip(ref(folder))
                .withAnnotation(on(OTHER, "l1", Laterality.LEFT, ScanLevel.PIRIFORMIS));
        clips.want(casefile);
        clips.want(casefile);
        assertEquals(1, opened.get());
    }

    @Test
    void aFollowedACopiedAndARejectedOutlineAreNoRepeatsOfTheTraceTheyWereMadeFrom() {
        Annotation trace = Cases.nerve("a1");
        Case casefile = Cases.empty().withAnnotation(trace)
                .withAnnotation(Cases.nerve("a2").withOrigin(Origin.FOLLOWED)
                        .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.ACCEPTED))))
                .withAnnotation(Cases.nerve("a3").withOrigin(Origin.COPIED))
                .withAnnotation(Cases.nerve("a4")
                        .withFollow(Optional.of(new Follow("t", true, 1, false, Follow.Review.REJECTED))))
                .withAnnotation(Cases.nerve("a5"))
                .withAnnotation(Cases.nerve("a6").withTraits(Cases.nerve("a6").traits().withExcluded(true)));
        assertEquals(2, readings.repeats(trace, casefile, here).orElseThrow().spread().n());
        assertEquals(List.of("a1", "a5", "a6"),
                readings.repeatedTraces(trace, casefile, here).stream().map(Annotation::id).toList());
    }

    @Test
    void aCopyOfTheSwollenSideIsNoHealthySide() {
        Case casefile = Cases.full().withAnnotation(
                Cases.nerve("copy").withLaterality(Laterality.LEFT).withOrigin(Origin.COPIED));
        assertTrue(refused(readings.sides(nerve(casefile), casefile, here)).startsWith("Nothing to compare with"));
    }

    @Test
    void aCopyThatIsCorrectedByHandIsATraceWhicheverSideIsAskedAboutAndAMovedOneIsNot() {
        Annotation copy = Cases.nerve("copy").withLaterality(Laterality.LEFT).withOrigin(Origin.COPIED);
        Annotation moved = copy.withShape(copy.shape().moved(new Point(-211.7, 13.3)), Cases.NOW);
        Annotation turned = moved.withShape(new Mirror(250).of(moved.shape()), Cases.NOW);
        Case still = Cases.full().withAnnotation(turned);
        assertTrue(refused(readings.sides(nerve(still), still, here)).startsWith("Nothing to compare with"));
        assertTrue(refused(readings.sides(turned, still, here)).startsWith("This is a copy"));
        Annotation drawn = turned.withShape(turned.shape().withPoint(1, turned.shape().points().get(1).plus(
                new Point(4, 0))), Cases.NOW);
        Case casefile = still.withAnnotation(drawn);
        Comparison.Made asked = made(readings.sides(nerve(casefile), casefile, here));
        assertEquals(asked, made(readings.sides(drawn, casefile, here)));
        assertEquals(List.of("copy"), asked.second().samples().stream().map(s -> s.id()).toList());
    }

    @Test
    void aFollowedOutlineThatWasOnlyFoundRightIsNoRepeatAndACorrectedOneIs() {
        Annotation trace = Cases.nerve("a1");
        Annotation found = onFrame(Cases.nerve("a2"), 31).withOrigin(Origin.FOLLOWED)
                .withFollow(Optional.of(Follow.keyFrame("t")));
        Annotation corrected = onFrame(Cases.nerve("a3"), 32).withOrigin(Origin.FOLLOWED)
                .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.OPEN)));
        corrected = corrected.withShape(corrected.shape().withPoint(0, new Point(298, 280)), Cases.NOW);
        Case casefile = Cases.empty().withAnnotation(trace).withAnnotation(found).withAnnotation(corrected);
        assertEquals(List.of("a1", "a3"), readings.repeats(trace, casefile, here).orElseThrow().samples().stream()
                .map(s -> s.id()).toList());
    }

    @Test
    void whatWasFollowedFromAnEllipseIsOfItsCurveWhicheverIsAskedAbout() {
        Annotation key = onFrame(Cases.annotation("k", "sciatic-nerve",
                new Shape.Ellipse(Ellipse.on(new Segment(new Point(300, 300), new Point(350, 300)), 20))), 10)
                .withFollow(Optional.of(Follow.keyFrame("t")));
        Case casefile = Cases.empty().withAnnotation(key);
        for (int f = 11; f < 15; f++) {
            casefile = casefile.withAnnotation(onFrame(Cases.nerve("f" + f), f).withOrigin(Origin.FOLLOWED)
                    .withFollow(Optional.of(new Follow("t", false, 0.9, false, Follow.Review.OPEN))));
        }
        // A trace of its own is another method, and said to be left out.
        casefile = casefile.withAnnotation(onFrame(Cases.nerve("trace"), 20));
        for (String id : List.of("k", "f12")) {
            AreaCurve curve = readings.curve(casefile.annotation(id).orElseThrow(), casefile,
                    FakeClip.calibrated().info()).orElseThrow();
            assertEquals(List.of(10, 11, 12, 13, 14), curve.points().stream().map(AreaCurve.Point::frame).toList());
            assertEquals("ellipse", curve.method());
            assertEquals(1, curve.leftOut());
        }
        assertEquals("ellipse", assertInstanceOf(Reading.Measured.class, new CaseReadings(StructureCatalog.standard(),
                NeedleRules.standard(), Locale.ROOT)
                .annotation(casefile.annotation("f12").orElseThrow(), casefile, FakeClip.calibrated().info())
                .readings().getFirst()).method());
    }

    @Test
    void theCurveSaysWhoCheckedEachPointAndBreaksWhereAnOutlineIsLeftOut() {
        Case casefile = Cases.empty().withAnnotation(onFrame(Cases.nerve("k"), 10).withFollow(
                Optional.of(Follow.keyFrame("t"))));
        casefile = casefile.withAnnotation(followed(11, Origin.FOLLOWED, Follow.Review.ACCEPTED))
                .withAnnotation(followed(12, Origin.FOLLOWED, Follow.Review.REJECTED))
                .withAnnotation(followed(13, Origin.FOLLOWED, Follow.Review.OPEN))
                .withAnnotation(followed(14, Origin.INTERPOLATED, Follow.Review.OPEN))
                .withAnnotation(onFrame(Cases.nerve("copy"), 16).withOrigin(Origin.COPIED));
        AreaCurve curve = readings.curve(casefile.annotation("k").orElseThrow(), casefile,
                FakeClip.calibrated().info()).orElseThrow();
        assertEquals(List.of(AreaCurve.Standing.DRAWN, AreaCurve.Standing.FOLLOWED_ACCEPTED,
                AreaCurve.Standing.FOLLOWED_OPEN, AreaCurve.Standing.INTERPOLATED_OPEN, AreaCurve.Standing.COPIED),
                curve.points().stream().map(AreaCurve.Point::standing).toList());
        assertEquals(List.of(false, false, true, false, false),
                curve.points().stream().map(AreaCurve.Point::gapBefore).toList());
    }

    private static Annotation followed(int frame, Origin origin, Follow.Review review) {
        return onFrame(Cases.nerve("f" + frame), frame).withOrigin(origin)
                .withFollow(Optional.of(new Follow("t", false, 0.9, false, review)));
    }

    private static Annotation onFrame(Annotation a, int index) {
        return a.copiedTo(a.id(), new FrameRef(FakeClip.UID, index), Origin.DRAWN, Cases.NOW);
    }

    @Test
    void anotherLevelIsNoControlAndTheReasonSaysSo() {
        Case casefile = Cases.full().withAnnotation(
                Cases.nerve("l1").withLaterality(Laterality.LEFT).withLevel(ScanLevel.GLUTEAL_FOLD));
        assertTrue(refused(readings.sides(nerve(casefile), casefile, here)).contains("The levels differ"));
        Case both = casefile.withAnnotation(Cases.nerve("l2").withLaterality(Laterality.LEFT));
        assertEquals(List.of("l2"), made(readings.sides(nerve(both), both, here)).second().samples().stream()
                .map(s -> s.id()).toList());
    }

    @Test
    void theSideToBeTreatedGoesFirst() {
        Case casefile = Cases.full().withAnnotation(Cases.nerve("l1").withLaterality(Laterality.LEFT));
        assertEquals(Laterality.RIGHT, made(readings.sides(casefile.annotation("l1").orElseThrow(), casefile, here))
                .first().site().side());
        Case left = casefile.withSide(Laterality.LEFT);
        assertEquals(Laterality.LEFT, made(readings.sides(nerve(left), left, here)).first().site().side());
    }

    @Test
    void twoCalipersAreNotComparedWithATrace() {
        Case casefile = Cases.full().withAnnotation(Cases.annotation("l1", "sciatic-nerve", new Shape.Bidirectional(
                new Segment(new Point(300, 300), new Point(350, 300)),
                new Segment(new Point(325, 280), new Point(325, 320)))).withLaterality(Laterality.LEFT));
        assertTrue(refused(readings.sides(nerve(casefile), casefile, here)).contains("methods differ"));
    }

    @Test
    void aLaterClipOfTheSameSiteGivesTheChangeInPerCent(@TempDir Path folder) throws Exception {
        // 0.16 mm a pixel instead of 0.2: 64 mm² after 100 mm².
        OtherClips clips = clips(folder, clip(0.16, LocalDateTime.of(2026, 4, 20, 8, 0)));
        Case casefile = Cases.full().withClip(ref(folder))
                .withAnnotation(on(OTHER, "r2", Laterality.RIGHT, ScanLevel.PIRIFORMIS));
        clips.want(casefile);
        Comparison.Made made = made(readings.change(nerve(casefile), casefile, clips).orElseThrow());
        assertEquals(-36, made.percent(), 1e-9);
        assertEquals(Optional.empty(), readings.change(nerve(Cases.full()), Cases.full(), here));
    }

    @Test
    void theCurveHasTheCountingOutlinesOfOneMethodInOrderAndItsMaximum() {
        Case casefile = Cases.empty();
        for (int i : new int[]{40, 10, 25}) {
            casefile = casefile.withAnnotation(at("n" + i, i, 10 + i));
        }
        casefile = casefile.withAnnotation(at("out", 30, 90).withFollow(
                Optional.of(new Follow("t", false, 0.2, true, Follow.Review.OPEN))));
        AreaCurve curve = readings
                .curve(casefile.annotation("n10").orElseThrow(), casefile, FakeClip.calibrated().info()).orElseThrow();
        assertEquals(List.of(10, 25, 40), curve.points().stream().map(AreaCurve.Point::frame).toList());
        assertEquals(40, curve.maximum().orElseThrow().frame());
        assertEquals(50 * 50 * 0.04, curve.maximum().orElseThrow().areaMm2(), 1e-9);
        assertEquals(1, curve.leftOut());
    }

    @Test
    void echoIntensityIsComparedWithinAClipOrWhereTheOperatorStatesTheSettingsAndTheDepthIsTheSame() {
        ClipInfo one = FakeClip.calibrated().info();
        assertEquals(Optional.empty(), EchoDesk.whyNotCompared(Cases.full(), one, one));
        ClipInfo alike = clip(0.2, LocalDateTime.MIN).info();
        EchoDesk.Refusal gain = EchoDesk.whyNotCompared(Cases.full(), one, alike).orElseThrow();
        assertTrue(gain.words().contains("the gain of the two clips is not known") && gain.canBeStated(), gain.words());
        Case stated = Cases.full().withStatements(
                Statements.NONE.withSameSettings(new SameSettings(OTHER, FakeClip.UID, "Dr Example", Cases.NOW)));
        assertEquals(Optional.empty(), EchoDesk.whyNotCompared(stated, one, alike));
        // What the files say goes before what anybody states.
        EchoDesk.Refusal depth = EchoDesk.whyNotCompared(stated, one, clip(0.3, LocalDateTime.MIN).info())
                .orElseThrow();
        assertTrue(depth.words().contains("the depth differs (76 and 114 mm)") && !depth.canBeStated(), depth.words());
        assertTrue(EchoDesk.whyNotCompared(stated, one, unscaled())
                .orElseThrow().words().contains("nor the depth"));
    }

    private static ClipInfo unscaled() {
        ClipInfo i = clip(0.2, LocalDateTime.MIN).info();
        return new ClipInfo(i.identity(), i.columns(), i.rows(), i.timing(), i.photometric(), Calibration.none(),
                i.patient(), i.laterality(), i.acquired(), i.origin(), i.warnings());
    }

    private static Annotation at(String id, int frame, double size) {
        Annotation a = Cases.outline(id, "sciatic-nerve", new Point(300, 280), new Point(300 + size, 280),
                new Point(300 + size, 280 + size), new Point(300, 280 + size));
        return new Annotation(id, new FrameRef(FakeClip.UID, frame), a.shape(), a.structureId(), a.laterality(),
                a.level(), a.plane(), "", false, "", Cases.NOW);
    }

    private static Annotation on(String uid, String id, Laterality side, ScanLevel level) {
        Annotation a = Cases.nerve(id);
        return new Annotation(id, new FrameRef(uid, 3), a.shape(), a.structureId(), side, level, a.plane(), "", false,
                "", Cases.NOW);
    }

    private static Annotation nerve(Case casefile) {
        return casefile.annotation("a1").orElseThrow();
    }

    private static ClipRef ref(Path folder) {
        return new ClipRef(OTHER, folder.resolve("left.dcm").toString(), "Left, short axis");
    }

    private static FakeClip clip(double mm, LocalDateTime taken) {
        Region r = new Region(1, 1, 2, 100, 60, 539, 439, Optional.empty(), 0, 0, Region.UNIT_CM, Region.UNIT_CM,
                mm / 10, mm / 10);
        ClipInfo i = FakeClip.with(new Calibration(List.of(r), Optional.empty())).info();
        return FakeClip.calibrated().withInfo(new ClipInfo(
                new ClipInfo.ClipIdentity(i.identity().sopClassUid(), OTHER, i.identity().seriesUid(),
                        i.identity().studyUid(), i.identity().transferSyntaxUid()),
                i.columns(), i.rows(), i.timing(), i.photometric(), i.calibration(), i.patient(), i.laterality(),
                Optional.of(taken), i.origin(), i.warnings()));
    }

    private static OtherClips clips(Path folder, FakeClip left) {
        OtherClips clips = new OtherClips(file -> {
            if (!file.startsWith(folder)) {
                throw new ClipException(file + " is no clip of this test.");
            }
            return left;
        }, new CurrentThreadJobRunner());
        if (left.info().identity().sopInstanceUid().equals(OTHER)) {
            try {
                Files.createFile(folder.resolve("left.dcm"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        clips.opened(FakeClip.calibrated().info());
        return clips;
    }

    private static Comparison.Made made(SwellingReadings.Result r) {
        return assertInstanceOf(Comparison.Made.class, r.comparison(), r::toString);
    }

    private static String refused(SwellingReadings.Result r) {
        return assertInstanceOf(Comparison.Refused.class, r.comparison(), r::toString).reason();
    }
}

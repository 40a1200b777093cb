package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.domain.measurement.Citation;
import foramen.domain.measurement.Comparison;
import foramen.domain.measurement.Comparisons;
import foramen.domain.measurement.Measurer;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Sample;
import foramen.domain.measurement.Site;
import foramen.domain.measurement.SiteValue;
import foramen.domain.measurement.Thresholds;
import foramen.workspace.measure.ThresholdsInUse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code foramen compare}: the cross-sectional area of the left side against that of the right, with the verdict of the
 * published figures and their citation. A comparison that is refused is an answer too, with exit status 0: so is one of
 * clips whose files state other sides than were given, unless a reason is given for each.
 */
@Command(name = "compare", description = "Compare the areas of a structure on both sides.")
final class CompareCommand implements Callable<Integer> {
    private final Composition composition;

    private final SideOptions left = new SideOptions(Laterality.LEFT);
    private final SideOptions right = new SideOptions(Laterality.RIGHT);
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Option(names = "--structure", paramLabel = "ID", defaultValue = StructureCatalog.SCIATIC_NERVE, description = "Which structure; default ${DEFAULT-VALUE}.")
    private String structure = StructureCatalog.SCIATIC_NERVE;

    @Option(names = "--level", paramLabel = "LEVEL", converter = LevelWord.class, description = "Level of both sides: piriformis, ischial-spine, quadratus-femoris or gluteal-fold.")
    private ScanLevel level = ScanLevel.UNSPECIFIED;

    @Option(names = "--plane", paramLabel = "PLANE", defaultValue = "short-axis", converter = PlaneWord.class, description = "How both planes cut, short-axis or long-axis; only short axis is compared. Default ${DEFAULT-VALUE}.")
    private ScanPlane plane = ScanPlane.SHORT_AXIS;

    @Option(names = "--symptomatic", paramLabel = "SIDE", defaultValue = "right", converter = SideWord.class, description = "The side asked about, left or right; it goes first. Default ${DEFAULT-VALUE}.")
    private Laterality symptomatic = Laterality.RIGHT;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CompareCommand(Composition composition) {
        this.composition = composition;
    }

    /** Both sides take the same options, each under its own name. */
    @Spec
    void describe(CommandSpec command) {
        spec = command;
        left.addTo(command);
        right.addTo(command);
    }

    /** What was asked of one side. */
    private record Ask(SideOptions options, Shape shape, ScanLevel level) {
        Laterality side() {
            return options.side();
        }

        Path file() {
            return options.file();
        }

        int frame() {
            return options.frame();
        }
    }

    /** What one side gave. */
    private record Answer(Ask ask, FrameRef frame, Reading area, Optional<String> sideWarning) {}

    @Override
    public Integer call() throws Exception {
        Ask l = ask(left);
        Ask r = ask(right);
        ThresholdsInUse inUse = composition.thresholds();
        if (inUse.complaint().isPresent()) {
            // A clinic that set its own figures must not get a verdict by others.
            throw new UserException(inUse.complaint().get());
        }
        if (composition.structures().find(structure).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "there is no structure " + structure);
        }
        Answer first = answer(symptomatic == Laterality.LEFT ? l : r);
        Answer second = answer(symptomatic == Laterality.LEFT ? r : l);
        for (Answer a : List.of(first, second)) {
            a.sideWarning().ifPresent(this::remark);
        }
        say(first, second, compare(first, second, inUse.thresholds()), inUse.thresholds());
        return 0;
    }

    private Ask ask(SideOptions side) {
        return new Ask(side, side.shape()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), side.shapeWanted())),
                side.levelOr(level));
    }

    /** A program that reads JSON finds it in the source of the scale, or among the warnings. */
    private void remark(String words) {
        if (!json) {
            spec.commandLine().getErr().println("foramen: " + words);
        }
    }

    private Answer answer(Ask ask) throws Exception {
        try (Clip clip = composition.clipReader().open(ask.file())) {
            int frames = clip.info().frames();
            if (ask.frame() < 1 || ask.frame() > frames) {
                throw new UserException(ask.file().getFileName() + " has " + frames
                        + (frames == 1 ? " frame" : " frames") + ", so there is no frame " + ask.frame() + ".");
            }
            Reading area = new Measurer(ask.options().calibration(clip.info(), this::remark)).readings(ask.shape())
                    .stream()
                    .filter(x -> x.quantity() == Quantity.AREA).findFirst().orElseThrow();
            return new Answer(ask, new FrameRef(clip.info().identity().sopInstanceUid(), ask.frame() - 1), area,
                    ask.options().sideWarning(clip.info()));
        }
    }

    private Comparison compare(Answer first, Answer second, Thresholds thresholds) {
        for (Answer side : List.of(first, second)) {
            if (side.sideWarning().isPresent() && side.ask().options().sideReason().isEmpty()) {
                return new Comparison.Refused(side.sideWarning().get() + " If the file is wrong, say why with "
                        + side.ask().options().overrideSide() + ".");
            }
        }
        Optional<SiteValue> a = value(first);
        Optional<SiteValue> b = value(second);
        return a.isPresent() && b.isPresent()
                ? new Comparisons(thresholds).sides(a.get(), b.get())
                : new Comparison.Refused((a.isEmpty() ? first : second).area().provenance());
    }

    /** The area as that of a cross-section, which is what the command asks for. */
    private Optional<SiteValue> value(Answer answer) {
        return answer.area() instanceof Reading.Measured m
                ? Optional.of(new SiteValue(List.of(new Sample(answer.ask().side().name(),
                        new Site(structure, answer.ask().side(), answer.ask().level(), plane),
                        answer.frame(), new Reading.Measured(Quantity.CROSS_SECTIONAL_AREA, m.value(), m.unit(),
                                m.source(), m.method(), m.note())))))
                : Optional.empty();
    }

    private void say(Answer first, Answer second, Comparison comparison, Thresholds thresholds) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = JsonText.object().put("structure", structure).put("plane", PlaneWord.word(plane));
            for (Answer a : List.of(first, second)) {
                node.set(word(a.ask().side()), side(a));
            }
            node.put("symptomatic", word(first.ask().side()));
            put(node, comparison);
            ArrayNode warnings = node.putArray("warnings");
            List.of(first, second).forEach(a -> a.sideWarning().ifPresent(warnings::add));
            node.put("thresholds_version", thresholds.version()).put("thresholds_place", thresholds.place());
            out.println(JsonText.line(node));
            return;
        }
        for (Answer a : List.of(first, second)) {
            out.printf("%-11s %s  (%s)%n", a.ask().side() == Laterality.LEFT ? "Left" : "Right",
                    a.area().text(Locale.ROOT), a.area().provenance());
            overridden(a).ifPresent(why -> out.printf("%-11s The side the file states is overridden: %s%n", "", why));
        }
        out.printf("%-11s %s%n", "Plane", plane.words());
        switch (comparison) {
            case Comparison.Refused r -> out.println("No verdict. " + r.reason());
            case Comparison.Made m -> {
                out.printf(Locale.ROOT, "%-11s %+.1f\u00a0mm²%n", "Difference", m.difference());
                out.printf(Locale.ROOT, "%-11s %.2f%n", "Ratio " + m.first().site().side().letter() + "/"
                        + m.second().site().side().letter(), m.ratio());
                m.verdicts().forEach(v -> out.println(v.words() + "."
                        + v.citation().map(c -> " " + c.words()).orElse("")));
            }
        }
        out.println(thresholds.edition());
    }

    /** Why the side is taken although the file states the other. */
    private static Optional<String> overridden(Answer a) {
        return a.sideWarning().flatMap(w -> a.ask().options().sideReason());
    }

    private static String word(Laterality side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode side(Answer a) {
        ObjectNode node = JsonText.object().put("file", a.ask().file().toString()).put("frame", a.ask().frame())
                .put("level", LevelWord.word(a.ask().level()));
        overridden(a).ifPresent(why -> node.put("side_override", why));
        JsonText.put(node, "area_mm2", a.area());
        if (a.area() instanceof Reading.Measured m) {
            node.put("method", m.method()).put("calibration_source", m.source().name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    private static void put(ObjectNode node, Comparison comparison) {
        switch (comparison) {
            case Comparison.Refused r -> {
                node.putNull("difference_mm2");
                node.putNull("ratio");
                node.putNull("verdict");
                node.put("reason", r.reason());
            }
            case Comparison.Made m -> {
                node.put("difference_mm2", m.difference()).put("ratio", m.ratio())
                        .put("difference_percent", m.percent());
                Comparison.Verdict main = m.verdicts().getFirst();
                node.put("verdict", main.outcome().name().toLowerCase(Locale.ROOT)).put("verdict_words", main.words());
                node.put("citation", main.citation().map(Citation::words).orElse(null));
                ArrayNode all = node.putArray("verdicts");
                m.verdicts().forEach(v -> all.addObject().put("verdict", v.outcome().name().toLowerCase(Locale.ROOT))
                        .put("words", v.words()).put("citation", v.citation().map(Citation::source).orElse(null))
                        .put("confidence", v.citation().map(c -> c.confidence().name().toLowerCase(Locale.ROOT))
                                .orElse(null)));
            }
        }
    }
}

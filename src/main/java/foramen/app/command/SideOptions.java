package foramen.app.command;

import foramen.app.composition.UserException;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.annotation.Shape;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.KnownLength;
import foramen.geometry.Ellipse;
import foramen.geometry.Polygon;
import foramen.workspace.measure.CaseReadings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** What is asked of one side of a comparison: the same options for both, each under the name of its side. */
final class SideOptions {
    private final Laterality side;
    private final String name;
    private @Nullable Path file;
    private int frame;
    private @Nullable Polygon polygon;
    private Shape.@Nullable Bidirectional axes;
    private @Nullable Ellipse ellipse;
    private @Nullable ScanLevel level;
    private final List<KnownLength> known = new ArrayList<>();
    private String reason = "";
    private String sideReason = "";

    SideOptions(Laterality side) {
        this.side = side;
        this.name = "--" + side.name().toLowerCase(Locale.ROOT);
    }

    Laterality side() {
        return side;
    }

    /** The file, which picocli has required. */
    Path file() {
        return Objects.requireNonNull(file);
    }

    /** From 1. */
    int frame() {
        return frame;
    }

    ScanLevel levelOr(ScanLevel usual) {
        return level == null ? usual : level;
    }

    /** What is to be measured; empty where it is not one of the ways to say so. */
    Optional<Shape> shape() {
        List<Shape> all = Stream.of(Optional.ofNullable(polygon).map(Shape.Outline::new), Optional.ofNullable(axes),
                Optional.ofNullable(ellipse).map(Shape.Ellipse::new)).flatMap(Optional::stream).map(Shape.class::cast)
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** What to do where {@link #shape} is empty. */
    String shapeWanted() {
        return "say what to measure on the " + name.substring(2) + ": either " + name + "-polygon or " + name
                + "-axes or "
                + name + "-ellipse";
    }

    /** What to say where the file states the other side; empty where it does not. */
    Optional<String> sideWarning(ClipInfo info) {
        return CaseReadings.disagreement(name + " " + file().getFileName(), side, info.laterality());
    }

    /** Why the side is the one given, whatever the file states; empty where nothing was said. */
    Optional<String> sideReason() {
        return Optional.of(sideReason).filter(r -> !r.isBlank());
    }

    /** The option that overrides the side the file states. */
    String overrideSide() {
        return name + "-override-side";
    }

    /** The file's scale, or the one set by hand. */
    Calibration calibration(ClipInfo info, Consumer<String> remark) throws UserException {
        return CalibrateOptions.calibration(info, frame, known, reason, name + "-calibrate",
                name + "-override-scale", remark);
    }

    /** Makes these options known to {@code command}. */
    void addTo(CommandSpec command) {
        command.addOption(option("", Path.class, "FILE", "The clip of the " + name.substring(2) + " side.", null, v -> {
            file = v;
        }).required(true).build());
        command.addOption(option("-frame", Integer.class, "N", "Frame number, from 1.", null, v -> {
            frame = v == null ? 1 : v;
        }).defaultValue("1").build());
        command.addOption(option("-polygon", Polygon.class, "\"x,y x,y …\"",
                "A traced outline in continuous image pixels.", new Points.Outline(), v -> {
                    polygon = v;
                }).build());
        command.addOption(option("-axes", Shape.Bidirectional.class, "\"x,y x,y x,y x,y\"",
                "Instead two calipers, A×B.", new Points.Axes(), v -> {
                    axes = v;
                }).build());
        command.addOption(option("-ellipse", Ellipse.class, "\"x,y x,y x,y\"",
                "Instead an ellipse: both ends of one axis, and a point as far from it as the ellipse reaches.",
                new Points.Oval(), v -> {
                    ellipse = v;
                }).build());
        command.addOption(option("-level", ScanLevel.class, "LEVEL", "Where it differs from --level.", new LevelWord(),
                v -> {
                    level = v;
                }).build());
        command.addOption(option("-calibrate", KnownLength[].class, "x1,y1,x2,y2=LENGTHmm",
                "Take the scale from a line of known length (mm or cm); twice, across and down, for pixels that are not"
                        + " square.",
                null, v -> {
                    known.clear();
                    known.addAll(v == null ? List.of() : List.of(v));
                }).auxiliaryTypes(KnownLength.class).converters(new Points.Known()).getter(new IGetter() {
                    @Override
                    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so picocli declares it
                    public <V> V get() {
                        return (V) known.toArray(KnownLength[]::new);
                    }
                }).build());
        command.addOption(option("-override-scale", String.class, "REASON",
                "Why the scale that the maker protects is overridden by " + name + "-calibrate.", null, v -> {
                    reason = v == null ? "" : v;
                }).build());
        command.addOption(option("-override-side", String.class, "REASON",
                "Why this is the " + name.substring(2) + " side although the file states the other.", null, v -> {
                    sideReason = v == null ? "" : v;
                }).build());
    }

    private <T> OptionSpec.Builder option(String suffix, Class<T> type, String value, String description,
            @Nullable ITypeConverter<T> converter, Consumer<@Nullable T> taker) {
        OptionSpec.Builder made = OptionSpec.builder(name + suffix).type(type).paramLabel(value)
                .description(description).setter(new ISetter() {
                    @Override
                    @SuppressWarnings("unchecked") // picocli gives what the type of the option is
                    public <V> V set(V v) {
                        taker.accept((T) v);
                        return v;
                    }
                });
        return converter == null ? made : made.converters(converter);
    }
}

package foramen.domain.plan;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.domain.anatomy.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The planner's numbers, from the cited data file {@code needle-rules.json}.
 *
 * @param version version of the file
 * @param visibility bands by angle, shallowest first
 * @param reach what of a needle's length cannot be used
 * @param needles the stock list
 * @param margins distances below which the operator is told
 */
public record NeedleRules(String version, List<VisibilityBand> visibility, Reach reach, List<Needle> needles,
        List<Margin> margins) {
    private static final String RESOURCE = "needle-rules.json";

    /**
     * What of a needle's length cannot be used.
     *
     * @param hubMm taken by the hub
     * @param reserveMm kept for tissue compression
     * @param source where the figures come from
     */
    public record Reach(double hubMm, double reserveMm, String source) {}

    /**
     * A distance to a kind of structure below which the operator is told.
     *
     * @param kind which kind of structure
     * @param warnMm the distance
     * @param source where it comes from
     */
    public record Margin(Structure.Kind kind, double warnMm, String source) {}

    /** The rules that ship with the planner. */
    public static NeedleRules standard() {
        try (InputStream in = NeedleRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The needle rules " + RESOURCE + " are missing from the installation");
            }
            return JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
                    .readValue(in, NeedleRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The needle rules " + RESOURCE + " cannot be read", e);
        }
    }

    /** The band that {@code degrees} to the skin falls into. */
    public VisibilityBand band(double degrees) {
        return visibility.stream().filter(b -> degrees <= b.upToDegrees()).findFirst().orElseGet(visibility::getLast);
    }

    /** How far a needle reaches under the skin, mm. */
    public double reachMm(Needle needle) {
        return needle.lengthMm() - reach.hubMm() - reach.reserveMm();
    }

    /** The shortest needle of the stock list that reaches {@code pathMm}. */
    public Optional<Needle> shortestFor(double pathMm) {
        return needles.stream().filter(n -> reachMm(n) >= pathMm).min(Comparator.comparingDouble(Needle::lengthMm));
    }

    /** The needle with that name. */
    public Optional<Needle> needle(String id) {
        return needles.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** The margin for a kind of structure, where there is one. */
    public Optional<Margin> margin(Structure.Kind kind) {
        return margins.stream().filter(m -> m.kind() == kind).findFirst();
    }
}

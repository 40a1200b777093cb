package foramen.domain.measurement;

import foramen.domain.anatomy.ScanLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What measured values are held against, from the cited data file {@code thresholds.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param differences side differences that can be told from measurement error
 * @param ratios side ratios worth a word
 * @param swelling where the swelling ratio comes from
 * @param thicknesses what is known about thicknesses
 * @param repeats how repeated traces are recognised
 * @param flattening how the flattening ratio is to be read
 */
public record Thresholds(String version, String place, List<SideDifference> differences, List<SideRatio> ratios,
        List<SwellingRatio> swelling, List<Thickness> thicknesses, Repeating repeats, Citation flattening) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final String FILE = "thresholds.json";

    /** Copies the lists. */
    public Thresholds {
        differences = List.copyOf(differences);
        ratios = List.copyOf(ratios);
        swelling = List.copyOf(swelling);
        thicknesses = List.copyOf(thicknesses);
    }

    /** The smallest difference of area between the sides that is more than measurement error, at one level. */
    public record SideDifference(String structureId, ScanLevel level, double minimumMm2, Citation citation) {}

    /** A ratio of the sides from which on {@code label} is said. */
    public record SideRatio(String structureId, double atLeast, String label, Citation citation) {}

    /** Where the swelling ratio of a structure comes from. */
    public record SwellingRatio(String structureId, Citation citation) {}

    /** What is known about a structure's thickness; the cut-off is empty where none is published. */
    public record Thickness(String structureId, OptionalDouble cutoffMm, Citation citation) {}

    /**
     * How repeated traces are recognised.
     *
     * @param neighbourFrames how many frames apart two traces may lie to be of one place
     * @param advised how many traces to take
     * @param citation where that comes from
     */
    public record Repeating(int neighbourFrames, int advised, Citation citation) {}

    /** The thresholds that ship with the planner. */
    public static Thresholds standard() {
        try (InputStream in = Thresholds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The thresholds " + FILE + " are missing from the installation");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "shipped with Foramen");
        } catch (IOException e) {
            throw new UncheckedIOException("The thresholds " + FILE + " cannot be read", e);
        } catch (ThresholdsException e) {
            throw new IllegalStateException("The thresholds " + FILE + " of the installation are wrong", e);
        }
    }

    /**
     * Reads a thresholds file.
     *
     * @param json its text
     * @param place where it was found, for people
     * @throws ThresholdsException with one sentence that says what is wrong and where
     */
    public static Thresholds read(String json, String place) throws ThresholdsException {
        return new ThresholdsJson(place).read(json);
    }

    /** The side difference for that structure and level, where one is published. */
    public Optional<SideDifference> difference(String structureId, ScanLevel level) {
        return differences.stream().filter(d -> d.structureId().equals(structureId) && d.level() == level).findFirst();
    }

    /** The side ratio worth a word for that structure. */
    public Optional<SideRatio> ratio(String structureId) {
        return ratios.stream().filter(r -> r.structureId().equals(structureId)).findFirst();
    }

    /** Where that structure's swelling ratio comes from. */
    public Optional<Citation> swellingRatio(String structureId) {
        return swelling.stream().filter(r -> r.structureId().equals(structureId)).map(SwellingRatio::citation)
                .findFirst();
    }

    /** What is known about that structure's thickness. */
    public Optional<Thickness> thickness(String structureId) {
        return thicknesses.stream().filter(t -> t.structureId().equals(structureId)).findFirst();
    }

    /** Version and place in words. */
    public String edition() {
        return "Thresholds " + version + ", " + place;
    }
}

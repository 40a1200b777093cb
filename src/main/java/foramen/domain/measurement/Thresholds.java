package foramen.domain.measurement;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
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
    public static final DataFile<Thresholds> FILE = new DataFile<>("thresholds.json", Thresholds.class,
            Thresholds::read,
            List.of(NeededRows.of("sideDifferences", "structure").byChoice("level"),
                    NeededRows.of("sideRatios", "structure"), NeededRows.of("swellingRatios", "structure"),
                    NeededRows.of("thicknesses", "structure")));

    /** More than any millimetre or square millimetre of a leg (engineering default). */
    private static final String LARGEST = "100000";

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
        return FILE.standard();
    }

    /** Every field is asked for, so that a slip in a clinic's own copy cannot silently change a verdict. */
    private static Thresholds read(DataEntry file) throws DataFileException {
        return new Thresholds(file.text("version"), file.place(),
                file.each("sideDifferences",
                        e -> new SideDifference(e.text("structure"), level(e), positive(e, "minimumDetectableMm2"),
                                Citation.of(e))),
                file.each("sideRatios",
                        e -> new SideRatio(e.text("structure"), ratio(e), e.text("label"), Citation.of(e))),
                file.each("swellingRatios", e -> new SwellingRatio(e.text("structure"), Citation.of(e))),
                file.each("thicknesses", e -> new Thickness(e.text("structure"), cutoff(e), Citation.of(e))),
                file.object("repeats",
                        e -> new Repeating(e.whole("neighbourFrames", 0), e.whole("advised", 1), Citation.of(e))),
                file.object("flattening", Citation::of));
    }

    private static ScanLevel level(DataEntry e) throws DataFileException {
        ScanLevel level = e.choice("level", ScanLevel.class);
        if (level == ScanLevel.UNSPECIFIED) {
            throw e.wrong("needs a level that is set in “level”");
        }
        return level;
    }

    private static double positive(DataEntry e, String name) throws DataFileException {
        double value = e.number(name, "0", LARGEST).doubleValue();
        if (value == 0) {
            throw e.wrong("needs a number above 0 in “" + name + "”");
        }
        return value;
    }

    private static double ratio(DataEntry e) throws DataFileException {
        double ratio = e.number("atLeast", "0", LARGEST).doubleValue();
        if (ratio <= 1) {
            throw e.wrong("needs a number above 1 in “atLeast”");
        }
        return ratio;
    }

    private static OptionalDouble cutoff(DataEntry e) throws DataFileException {
        return e.has("cutoffMm") ? OptionalDouble.of(positive(e, "cutoffMm")) : OptionalDouble.empty();
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

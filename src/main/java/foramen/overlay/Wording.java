package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.NeedleReading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names, sides and readings are written over a picture and in documents. */
public final class Wording {
    private static final int LONGEST_LABEL = 32;

    private Wording() {}

    /**
     * A DICOM person name as people read it: family name, comma, given name.
     *
     * @param name a value of VR PN (PS3.5 6.2): components parted by carets, groups by {@code =}; or any other text
     */
    public static String personName(String name) {
        String group = Stream.of(name.split("=", -1)).map(String::strip).filter(g -> !g.isEmpty()).findFirst()
                .orElse("");
        if (!group.contains("^")) {
            return group;
        }
        String[] parts = group.split("\\^", -1);
        String given = Stream.of(part(parts, 3), part(parts, 1), part(parts, 2)).filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
        String family = Stream.of(part(parts, 0), part(parts, 4)).filter(p -> !p.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(family, given).filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    /** The side beside a number: its letter, or that it is not set. */
    public static String side(Laterality side) {
        return side == Laterality.UNSPECIFIED ? "(" + side.words() + ")" : side.letter();
    }

    /** {@code words} cut to what fits beside a drawing. */
    static String brief(String words) {
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1).stripTrailing() + "…";
    }

    /** Depth, path and angle of a needle in one line; the angle only where there is one. */
    public static String needle(NeedleReading reading, Locale locale) {
        return needle(reading, PictureWords.plain(locale));
    }

    static String needle(NeedleReading reading, PictureWords say) {
        String line = say.say(PicturePhrase.DEPTH, say.value(reading.depth())) + " · "
                + say.say(PicturePhrase.PATH, say.value(reading.pathLength()));
        return hasValue(reading.angleToSkin()) ? line + " · " + say.value(reading.angleToSkin()) : line;
    }

    /** What a caliper's line gives: its length after a D, or on an M-mode or spectrum each value after its name. */
    static String caliper(List<Reading> readings, PictureWords say) {
        Reading first = readings.getFirst();
        return first.quantity() == Quantity.LENGTH
                ? "D " + say.value(first)
                : readings.stream().limit(2).map(r -> say.term(r.quantity().shortLabel()) + " " + say.value(r))
                        .collect(Collectors.joining(" · "));
    }

    private static boolean hasValue(Reading reading) {
        return reading instanceof Reading.Measured;
    }

    /** The value in millimetres, where the reading is calibrated. */
    static Optional<Double> millimetres(Reading reading) {
        return reading instanceof Reading.Measured m && m.unit() == Unit.MILLIMETRE
                ? Optional.of(m.value())
                : Optional.empty();
    }

    /** That what is drawn of a plan is of its own frame alone for now. */
    static String beingWorkedOut(NeedlePlan plan, PictureWords say) {
        return plan.detail().range().map(r -> say.say(PicturePhrase.WORKING, Integer.toString(r.first() + 1),
                Integer.toString(r.last() + 1))).orElse("");
    }
}

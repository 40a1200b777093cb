package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.domain.anatomy.Code;
import foramen.domain.measurement.Quantity;
import foramen.domain.measurement.Reading;
import foramen.domain.measurement.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Readings as numeric items (TID 300): the value with its unit in UCUM, how it was taken and where the scale comes from.
 * Without a scale there are pixels and the reason, never millimetres.
 */
final class MeasurementItems {
    /** Which of several things that share a standard concept was measured. */
    static final Code QUANTITY = Codes.own("quantity", "Quantity");
    private static final Code METHOD = Codes.own("method", "Method in words");
    private static final Code SCALE_SOURCE = Codes.own("scale-source", "Source of the scale");

    private MeasurementItems() {}

    /**
     * The item of {@code reading}.
     *
     * @param more further items beneath it, such as where it was measured
     */
    static ContentItem of(Reading reading, List<ContentItem> more) {
        List<ContentItem> below = new ArrayList<>();
        below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, QUANTITY, named(reading.quantity())));
        derivation(reading.quantity(), below);
        ContentItem item = switch (reading) {
            case Reading.Measured m -> measured(m, below);
            case Reading.Unmeasurable u -> unmeasurable(u, below);
        };
        below.addAll(more);
        return item.with(below);
    }

    private static ContentItem measured(Reading.Measured m, List<ContentItem> below) {
        if (!Double.isFinite(m.value())) {
            below.add(comment("The value is beyond any number."));
            return none(m.quantity());
        }
        if (isArea(m.quantity()) && m.method().equals("trace")) {
            below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.MEASUREMENT_METHOD, Codes.AREA_OF_POLYGON));
        }
        below.add(ContentItem.text(Relationship.HAS_CONCEPT_MOD, METHOD, m.method()));
        below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, SCALE_SOURCE,
                Codes.own(word(m.source()), m.source().label())));
        if (!m.note().isBlank()) {
            below.add(comment(m.note()));
        }
        return ContentItem.number(Relationship.CONTAINS, concept(m.quantity()), decimal(m.value()), unit(m.unit()));
    }

    private static ContentItem unmeasurable(Reading.Unmeasurable u, List<ContentItem> below) {
        below.add(comment(u.reason()));
        return Double.isFinite(u.pixels()) && isPixels(u.pixelUnit())
                ? ContentItem.number(Relationship.CONTAINS, concept(u.quantity()), decimal(u.pixels()),
                        unit(u.pixelUnit()))
                : none(u.quantity());
    }

    private static ContentItem none(Quantity quantity) {
        return ContentItem.noNumber(Relationship.CONTAINS, concept(quantity), Codes.MEASUREMENT_FAILURE);
    }

    private static boolean isPixels(Unit unit) {
        return unit == Unit.PIXEL || unit == Unit.SQUARE_PIXEL;
    }

    static ContentItem comment(String words) {
        return ContentItem.text(Relationship.HAS_PROPERTIES, Codes.COMMENT, words);
    }

    /** A number as the shortest decimal that is it. */
    static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    private static void derivation(Quantity quantity, List<ContentItem> below) {
        if (quantity == Quantity.MAXIMUM_CALIPER || quantity == Quantity.MINIMUM_CALIPER) {
            below.add(ContentItem.code(Relationship.HAS_CONCEPT_MOD, Codes.DERIVATION,
                    quantity == Quantity.MAXIMUM_CALIPER ? Codes.MAXIMUM : Codes.MINIMUM));
        }
    }

    private static boolean isArea(Quantity quantity) {
        return quantity == Quantity.AREA || quantity == Quantity.CROSS_SECTIONAL_AREA;
    }

    /** The concept of PS3.16 under which every reader finds it. */
    private static Code concept(Quantity quantity) {
        return switch (quantity) {
            case AREA, CROSS_SECTIONAL_AREA -> Codes.AREA;
            case PERIMETER -> Codes.sct("131191004", "Perimeter");
            case LONG_AXIS -> Codes.sct("103339001", "Long axis");
            case SHORT_AXIS -> Codes.sct("103340004", "Short axis");
            case AP_DIAMETER, ML_DIAMETER, MAXIMUM_CALIPER, MINIMUM_CALIPER -> Codes.sct("81827009", "Diameter");
            case LENGTH -> Codes.sct("410668003", "Length");
            case THICKNESS -> new Code("LN", "59089-3", "Thickness");
            case DEPTH -> Codes.sct("131197000", "Depth");
            case PATH_LENGTH -> new Code("DCM", "121211", "Path length");
            case DISTANCE, LATERAL_OFFSET, TIP_ERROR, TIP_ERROR_DEPTH, TIP_ERROR_LATERAL ->
                new Code("DCM", "121206", "Distance");
            case ANGLE, ANGLE_TO_SKIN, ANGLE_TO_BEAM -> Codes.sct("1483009", "Angle");
            case FLATTENING_RATIO -> Codes.RATIO;
            // No code of PS3.16 is verified for these.
            case TIME, VELOCITY, VELOCITY_CHANGE, FREQUENCY_SHIFT, FREQUENCY_CHANGE -> named(quantity);
        };
    }

    private static Code named(Quantity quantity) {
        return Codes.own(word(quantity), quantity.label());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit as a code of UCUM; square pixels as an annotation, since one of those takes no exponent. */
    static Code unit(Unit unit) {
        return switch (unit) {
            case MILLIMETRE -> ucum(unit, "millimeter");
            case SQUARE_MILLIMETRE -> ucum(unit, "square millimeter");
            case DEGREE -> ucum(unit, "degree");
            case PIXEL -> ucum(unit, "pixels");
            case SQUARE_PIXEL -> new Code("UCUM", "{square_pixels}", "square pixels");
            case MILLISECOND -> ucum(unit, "millisecond");
            case CENTIMETRE_PER_SECOND -> ucum(unit, "centimeter/second");
            case HERTZ -> ucum(unit, "hertz");
            case RATIO -> ucum(unit, "no units");
        };
    }

    private static Code ucum(Unit unit, String meaning) {
        return new Code("UCUM", unit.ucum(), meaning);
    }
}

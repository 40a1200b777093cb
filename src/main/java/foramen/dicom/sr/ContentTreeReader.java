package foramen.dicom.sr;

import foramen.dicom.data.DataSet;
import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the content tree of any structured report, leniently: what is damaged or unknown becomes {@link Content.Other}.
 * Depth and number of items are held by the limits of {@code dicom.io}.
 */
public final class ContentTreeReader {
    /** A number stated twice is believed in its precise form only where both agree. */
    private static final double SAME = 1e-6;
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4})(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(\\.\\d{1,6})?([+-]\\d{4})?");

    private ContentTreeReader() {}

    /** The tree of {@code document}, whose root its own attributes make. */
    public static ContentItem read(DataSet document) {
        List<ContentItem> children = new ArrayList<>();
        for (DataSet item : document.items(SrTag.CONTENT)) {
            children.add(read(item));
        }
        return new ContentItem(Relationship.of(document.text(SrTag.RELATIONSHIP_TYPE)),
                CodeItems.first(document, SrTag.CONCEPT_NAME_CODE), content(document),
                moment(document.text(SrTag.OBSERVATION_DATE_TIME), ZoneOffset.UTC), children);
    }

    private static Content content(DataSet item) {
        String type = item.text(SrTag.VALUE_TYPE);
        return switch (type) {
            case "CONTAINER" -> new Content.Container(
                    item.items(SrTag.CONTENT_TEMPLATE).stream().findFirst()
                            .flatMap(t -> t.string(SrTag.TEMPLATE_IDENTIFIER)));
            case "TEXT" -> new Content.Text(item.text(SrTag.TEXT_VALUE));
            case "CODE" -> CodeItems.first(item, SrTag.CONCEPT_CODE).<Content>map(Content.Coded::new)
                    .orElseGet(() -> new Content.Other(type));
            case "NUM" -> number(item);
            case "PNAME" -> new Content.Person(item.text(SrTag.PERSON_NAME));
            case "UIDREF" -> new Content.UidReference(item.text(SrTag.UID));
            case "DATETIME" -> new Content.Moment(item.text(SrTag.DATE_TIME));
            case "IMAGE" -> image(item);
            case "COMPOSITE" -> item.items(SrTag.REFERENCED_SOP).stream().findFirst()
                    .<Content>map(o -> new Content.Composite(o.text(SrTag.REFERENCED_SOP_CLASS_UID),
                            o.text(SrTag.REFERENCED_SOP_INSTANCE_UID)))
                    .orElseGet(() -> new Content.Other("COMPOSITE"));
            case "SCOORD" -> graphic(item);
            default -> new Content.Other(
                    type.isEmpty() && item.contains(SrTag.REFERENCED_CONTENT_ITEM) ? "by reference" : type);
        };
    }

    private static Content number(DataSet item) {
        Optional<Content.Amount> amount = item.items(SrTag.MEASURED_VALUE).stream().findFirst()
                .flatMap(ContentTreeReader::amount);
        return new Content.Numeric(amount, CodeItems.first(item, SrTag.NUMERIC_VALUE_QUALIFIER));
    }

    /** A number without a unit is none. */
    private static Optional<Content.Amount> amount(DataSet measured) {
        Optional<Code> unit = CodeItems.first(measured, SrTag.MEASUREMENT_UNITS);
        OptionalDouble decimal = measured.real(SrTag.NUMERIC_VALUE);
        OptionalDouble precise = measured.real(SrTag.FLOATING_POINT_VALUE);
        if (unit.isEmpty() || (decimal.isEmpty() && precise.isEmpty())) {
            return Optional.empty();
        }
        boolean agree = precise.isPresent() && (decimal.isEmpty() || closeTo(precise.getAsDouble(),
                decimal.getAsDouble()));
        if (agree) {
            return Optional.of(new Content.Amount(new BigDecimal(Double.toString(precise.getAsDouble())), unit.get()));
        }
        double plain = decimal.orElseGet(precise::getAsDouble);
        return Optional.of(new Content.Amount(exact(measured.text(SrTag.NUMERIC_VALUE), plain), unit.get()));
    }

    private static boolean closeTo(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.abs(b);
    }

    /** The decimal as written, where it is written as it should be. */
    private static BigDecimal exact(String text, double value) {
        try {
            return text.length() <= 64 ? new BigDecimal(text) : BigDecimal.valueOf(value);
        } catch (NumberFormatException e) {
            // Such as 12,5: leniently read above.
            return BigDecimal.valueOf(value);
        }
    }

    private static Content image(DataSet item) {
        return item.items(SrTag.REFERENCED_SOP).stream().findFirst()
                .<Content>map(s -> new Content.Image(s.text(SrTag.REFERENCED_SOP_CLASS_UID),
                        s.text(SrTag.REFERENCED_SOP_INSTANCE_UID),
                        s.reals(SrTag.REFERENCED_FRAME_NUMBER).stream().filter(f -> f >= 1 && f <= Integer.MAX_VALUE)
                                .map(Double::intValue).toList()))
                .orElseGet(() -> new Content.Other("IMAGE"));
    }

    private static Content graphic(DataSet item) {
        List<Double> values = item.reals(SrTag.GRAPHIC_DATA);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if (!Double.isFinite(values.get(i)) || !Double.isFinite(values.get(i + 1))) {
                return new Content.Other("SCOORD");
            }
            points.add(new Point(values.get(i), values.get(i + 1)));
        }
        return new Content.Graphic(item.text(SrTag.GRAPHIC_TYPE), points);
    }

    /**
     * The moment that a DT says.
     *
     * @param zone where it says none
     */
    public static Optional<Instant> moment(String text, ZoneId zone) {
        Matcher m = DATE_TIME.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            String fraction = m.group(7) == null ? "0" : m.group(7);
            int nanos = new BigDecimal("0" + fraction).movePointRight(9).intValue();
            LocalDateTime local = LocalDateTime.of(number(m, 1, 0), number(m, 2, 1), number(m, 3, 1),
                    number(m, 4, 0), number(m, 5, 0), Math.min(59, number(m, 6, 0)), nanos);
            ZoneId in = m.group(8) == null ? zone : ZoneOffset.of(m.group(8));
            return Optional.of(local.atZone(in).toInstant());
        } catch (DateTimeException e) {
            // A day that does not exist counts as not stated.
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group, int otherwise) {
        String s = m.group(group);
        return s == null ? otherwise : Integer.parseInt(s);
    }
}

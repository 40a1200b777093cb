package foramen.dicom.sr.exact;

import foramen.dicom.sr.ContentItem;
import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link RecordWriter} wrote. A text that is left out is empty; anything else that is left out, or says what it
 * cannot, is {@link Malformed}.
 */
final class RecordReader {
    /** A decimal beyond that is no quantity, and would take long to reckon with (engineering default). */
    private static final int LONGEST_NUMBER = 128;

    private final ContentItem item;

    RecordReader(ContentItem item) {
        this.item = item;
    }

    /** The records of one kind directly beneath, in order. */
    <T> List<T> all(Code kind, Function<RecordReader, T> read) {
        return item.children(kind).stream().map(c -> read.apply(new RecordReader(c))).toList();
    }

    /** The record of that kind directly beneath, where there is one. */
    <T> Optional<T> part(Code kind, Function<RecordReader, T> read) {
        return item.child(kind).map(c -> read.apply(new RecordReader(c)));
    }

    Optional<String> optional(Code field) {
        return item.child(field).flatMap(ContentItem::text).map(t -> parsed(field, t, ExactText::read));
    }

    String text(Code field) {
        return optional(field).orElse("");
    }

    boolean flag(Code field) {
        return optional(field).isPresent();
    }

    Instant instant(Code field) {
        return parsed(field, need(field), Instant::parse);
    }

    LocalDate day(Code field) {
        return parsed(field, need(field), LocalDate::parse);
    }

    BigDecimal decimal(Code field) {
        return parsed(field, need(field), RecordReader::decimal);
    }

    Optional<BigDecimal> optionalDecimal(Code field) {
        return optional(field).map(t -> parsed(field, t, RecordReader::decimal));
    }

    Optional<Instant> optionalInstant(Code field) {
        return optional(field).map(t -> parsed(field, t, Instant::parse));
    }

    Optional<LocalDate> optionalDay(Code field) {
        return optional(field).map(t -> parsed(field, t, LocalDate::parse));
    }

    /** A short text as {@code parse} reads it; what is absurdly long is none. */
    <T> T held(Code field, Function<String, T> parse) {
        return parsed(field, need(field), t -> parse.apply(held(t)));
    }

    /** All values of a field that may stand there several times. */
    <E extends Enum<E>> List<E> choices(Code field, Class<E> type) {
        return item.children(field).stream().flatMap(c -> c.text().stream())
                .map(t -> parsed(field, t, n -> Enum.valueOf(type, n))).toList();
    }

    static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(held(text));
        if (Math.abs((long) value.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException("an absurd exponent");
        }
        return value;
    }

    double number(Code field) {
        return parsed(field, need(field), RecordReader::finite);
    }

    int whole(Code field) {
        return parsed(field, need(field), Integer::parseInt);
    }

    long wholeLong(Code field) {
        return parsed(field, need(field), Long::parseLong);
    }

    int whole(Code field, int otherwise) {
        return optional(field).map(t -> parsed(field, t, Integer::parseInt)).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(Code field, Class<E> type) {
        return parsed(field, need(field), t -> Enum.valueOf(type, t));
    }

    <E extends Enum<E>> Optional<E> optionalChoice(Code field, Class<E> type) {
        return optional(field).map(t -> parsed(field, t, n -> Enum.valueOf(type, n)));
    }

    List<Point> points(Code field) {
        return parsed(field, need(field), text -> {
            List<Point> points = new ArrayList<>();
            for (String pair : text.split(", ", -1)) {
                String[] xy = pair.split(" ", -1);
                if (xy.length != 2) {
                    throw new NumberFormatException("not x and y: " + pair);
                }
                points.add(new Point(finite(xy[0]), finite(xy[1])));
            }
            return points;
        });
    }

    Point point(Code field) {
        List<Point> points = points(field);
        if (points.size() != 1) {
            throw new Malformed("has " + points.size() + " points under “" + field.meaning() + "” instead of one");
        }
        return points.getFirst();
    }

    private static double finite(String text) {
        double value = Double.parseDouble(held(text));
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("not finite: " + text);
        }
        return value;
    }

    private static String held(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("longer than a number: " + text.length());
        }
        return text;
    }

    private String need(Code field) {
        return optional(field).orElseThrow(() -> new Malformed("lacks “" + field.meaning() + "”"));
    }

    static <T> T parsed(Code field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed("says under “" + field.meaning() + "” what it cannot: " + shown(text), e);
        }
    }

    /** Enough of {@code text} to find it, fit for one line. */
    private static String shown(String text) {
        int[] start = text.codePoints().limit(40).map(c -> Character.isISOControl(c) ? ' ' : c).toArray();
        return Arrays.stream(start).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of one JSON object of a stored case, read with the place in the document at hand.
 *
 * <p>Fields nobody asks for are left alone, so that a document of a later version can be read. Every method throws
 * {@link Malformed} where a field is missing or is not what it should be.
 *
 * @param node the object
 * @param place where it stands, for the error message
 */
record Fields(JsonNode node, String place) {
    /** The document is not what it should be; the message says where. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String place, String what) {
            super(place + " " + what);
        }
    }

    Fields {
        if (!node.isObject()) {
            throw new Malformed(place, "is not an object");
        }
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw new Malformed(at(name), "is not text");
        }
        return value.textValue();
    }

    double number(String name) {
        return number(required(name), at(name));
    }

    int whole(String name) {
        JsonNode value = required(name);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw new Malformed(at(name), "is not a whole number");
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new Malformed(at(name), "is neither true nor false");
        }
        return value.booleanValue();
    }

    /** An exact decimal, which stands as text so that no reader rounds it. */
    BigDecimal decimal(String name) {
        return parsed(name, BigDecimal::new, "a decimal number");
    }

    Instant instant(String name) {
        return parsed(name, Instant::parse, "a time");
    }

    LocalDate date(String name) {
        return parsed(name, LocalDate::parse, "a date");
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return parsed(name, t -> Enum.valueOf(type, t), "one of the known words");
    }

    Fields object(String name) {
        return new Fields(required(name), at(name));
    }

    /** What {@code read} makes of a field that may be absent. */
    <T> Optional<T> optional(String name, Function<String, T> read) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(read.apply(name));
    }

    <T> List<T> list(String name, Function<Fields, T> read) {
        List<T> items = new ArrayList<>();
        int i = 0;
        for (JsonNode item : array(name)) {
            items.add(read.apply(new Fields(item, at(name) + "[" + i++ + "]")));
        }
        return items;
    }

    /** A list of words. */
    List<String> texts(String name) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual()) {
                throw new Malformed(at(name) + "[" + items.size() + "]", "is not text");
            }
            items.add(item.textValue());
        }
        return items;
    }

    Point point(String name) {
        return point(required(name), at(name));
    }

    List<Point> points(String name) {
        List<Point> points = new ArrayList<>();
        for (JsonNode item : array(name)) {
            points.add(point(item, at(name) + "[" + points.size() + "]"));
        }
        return points;
    }

    /** Text that {@code parse} understands; {@code what} it should be, for the message. */
    <T> T parsed(String name, Function<String, T> parse, String what) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            Malformed malformed = new Malformed(at(name), "is not " + what + ": " + text);
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static Point point(JsonNode value, String place) {
        if (!value.isArray() || value.size() != 2) {
            throw new Malformed(place, "is not a pair of coordinates");
        }
        return new Point(number(value.required(0), place), number(value.required(1), place));
    }

    private static double number(JsonNode value, String place) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new Malformed(place, "is not a finite number");
        }
        return value.doubleValue();
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new Malformed(at(name), "is not a list");
        }
        return value;
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new Malformed(at(name), "is missing");
        }
        return value;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}

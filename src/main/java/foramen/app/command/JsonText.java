package foramen.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Reading;
import foramen.geometry.Polygon;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The JSON that commands print: one object a line, names in snake case, numbers at full precision. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** An empty object. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** {@code node} on one line. */
    static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A result could not be written as JSON", e);
        }
    }

    /**
     * Puts a reading under {@code name}: its value, or null and the reason beside it. {@code reason} is the first
     * one of the object; {@code <name>_reason} is each value's own.
     */
    static void put(ObjectNode node, String name, Reading reading) {
        switch (reading) {
            case Reading.Measured m -> node.put(name, m.value());
            case Reading.Unmeasurable u -> {
                node.putNull(name);
                node.put(name + "_reason", u.reason());
                if (!node.has("reason")) {
                    node.put("reason", u.reason());
                }
            }
        }
    }

    /** A reading by itself: what it is, its value and unit, or null and the reason. */
    static ObjectNode reading(Reading reading) {
        ObjectNode node = object().put("quantity", reading.quantity().name().toLowerCase(Locale.ROOT));
        switch (reading) {
            case Reading.Measured m -> node.put("value", m.value()).put("unit", m.unit().ucum())
                    .put("calibration_source", m.source().name().toLowerCase(Locale.ROOT));
            case Reading.Unmeasurable u -> node.putNull("value").put("reason", u.reason());
        }
        return node;
    }

    /** Puts an outline under {@code name}: its vertices as pairs of x and y in continuous image pixels. */
    static void put(ObjectNode node, String name, Polygon outline) {
        ArrayNode vertices = node.putArray(name);
        outline.vertices().forEach(p -> vertices.addArray().add(p.x()).add(p.y()));
    }

    /** The scale of the main picture, and beside one set by hand that of the file. */
    static ObjectNode calibration(Calibration calibration) {
        ObjectNode node = scale(calibration.overallScale());
        if (!calibration.manual().isEmpty()) {
            node.set("file", scale(calibration.withManual(List.of()).overallScale()));
        }
        return node;
    }

    private static ObjectNode scale(Scale scale) {
        ObjectNode node = object();
        switch (scale) {
            case Scale.Known k -> {
                node.put("source", k.source().name().toLowerCase(Locale.ROOT));
                node.put("mm_per_pixel_x", k.mmPerPixelX());
                node.put("mm_per_pixel_y", k.mmPerPixelY());
                if (!k.note().isEmpty()) {
                    node.put("note", k.note());
                }
            }
            case Scale.Unknown u -> {
                node.putNull("source");
                node.put("reason", u.reason());
            }
        }
        return node;
    }
}

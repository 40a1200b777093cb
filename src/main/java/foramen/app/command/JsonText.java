package foramen.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Scale;
import foramen.domain.measurement.Reading;
import java.io.UncheckedIOException;

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

    /** The scale in the middle of the picture. */
    static ObjectNode calibration(Calibration calibration) {
        ObjectNode node = object();
        switch (calibration.overallScale()) {
            case Scale.Known k -> {
                node.put("source", k.source().name().toLowerCase(java.util.Locale.ROOT));
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

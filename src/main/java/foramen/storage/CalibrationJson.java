package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.clip.CalibrationSource;
import foramen.domain.clip.KnownLength;
import foramen.domain.clip.ManualCalibration;
import foramen.geometry.Segment;

/** A scale set by hand as JSON and back: what was drawn and typed, never the millimetres a pixel that follow. */
final class CalibrationJson {
    private CalibrationJson() {}

    static void write(ObjectNode node, ManualCalibration c) {
        node.put("id", c.id());
        DrawnJson.write(node.putObject("drawnOn"), c.drawnOn());
        ArrayNode lines = node.putArray("lines");
        c.lines().forEach(l -> write(lines.addObject(), l));
        node.put("author", c.author());
        node.put("at", c.at().toString());
        node.put("method", c.method());
        node.put("overrideReason", c.overrideReason());
        if (c.source() != CalibrationSource.MANUAL) {
            node.put("source", c.source().name());
        }
    }

    private static void write(ObjectNode node, KnownLength line) {
        DrawnJson.write(node.putArray("from"), line.segment().a());
        DrawnJson.write(node.putArray("to"), line.segment().b());
        node.put("mm", line.mm());
    }

    static ManualCalibration calibration(Fields f) {
        return new ManualCalibration(f.text("id"), DrawnJson.frame(f.object("drawnOn")),
                f.list("lines", CalibrationJson::line), f.text("author"), f.instant("at"), f.text("overrideReason"),
                f.optional("source", n -> f.choice(n, CalibrationSource.class)).orElse(CalibrationSource.MANUAL));
    }

    private static KnownLength line(Fields f) {
        return new KnownLength(new Segment(f.point("from"), f.point("to")), f.number("mm"));
    }
}

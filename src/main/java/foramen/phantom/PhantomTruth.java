package foramen.phantom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import foramen.geometry.Point;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The truth of a clip as JSON text, the same for the same clip to the last byte.
 *
 * <p>Format, fields in this order:
 *
 * <pre>
 * {"format": "foramen-phantom-truth", "version": 1,
 *  "file": name of the clip's file,
 *  "scene": "A" | "B" | "C", "level": "PIRIFORMIS" | "ISCHIAL_SPINE" | "QUADRATUS_FEMORIS",
 *  "side": "L" | "R", "swollen_nerve": boolean, "calcification": boolean, "seed": integer,
 *  "columns": integer, "rows": integer, "frame_time_ms": number,
 *  "mm_per_pixel_x": number, "mm_per_pixel_y": number,
 *  "frames": [{"frame": number from 1,
 *              "outlines": [{"structure": id of structures.tsv,
 *                            "polygon": [[x, y], …], "area_mm2": number, "perimeter_mm": number}, …]}, …]}
 * </pre>
 *
 * <p>Points are continuous image pixels, (0, 0) the top left corner of the top left pixel. {@code area_mm2} is the
 * shoelace area of the very numbers in {@code polygon}, rounded to six decimals. The outline of the gluteus maximus
 * is the part of it in the middle of the sector.
 */
public final class PhantomTruth {
    private static final double MILLIONTHS = 1e6;

    private PhantomTruth() {}

    /**
     * The truth of {@code clip}.
     *
     * @param file name of the clip's file
     */
    public static String json(PhantomClip clip, String file) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            head(json, clip, file);
            json.writeArrayFieldStart("frames");
            for (int i = 0; i < clip.outlines().size(); i++) {
                // One frame a line keeps the file readable and its changes small.
                json.writeRaw('\n');
                frame(json, i + 1, clip.outlines().get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The truth of " + file + " cannot be written", e);
        }
        return out.toString();
    }

    private static void head(JsonGenerator json, PhantomClip clip, String file) throws IOException {
        PhantomSpec spec = clip.spec();
        json.writeStringField("format", "foramen-phantom-truth");
        json.writeNumberField("version", 1);
        json.writeStringField("file", file);
        json.writeStringField("scene", spec.scene().letter());
        json.writeStringField("level", spec.scene().level().name());
        json.writeStringField("side", spec.side().letter());
        json.writeBooleanField("swollen_nerve", spec.swollenNerve());
        json.writeBooleanField("calcification", spec.calcification());
        json.writeNumberField("seed", spec.seed());
        json.writeNumberField("columns", spec.columns());
        json.writeNumberField("rows", spec.rows());
        json.writeNumberField("frame_time_ms", spec.frameMillis());
        json.writeNumberField("mm_per_pixel_x", clip.mmPerPixelX());
        json.writeNumberField("mm_per_pixel_y", clip.mmPerPixelY());
    }

    private static void frame(JsonGenerator json, int number, List<PhantomOutline> outlines) throws IOException {
        json.writeStartObject();
        json.writeNumberField("frame", number);
        json.writeArrayFieldStart("outlines");
        for (PhantomOutline o : outlines) {
            json.writeStartObject();
            json.writeStringField("structure", o.structure());
            json.writeArrayFieldStart("polygon");
            for (Point p : o.polygon().vertices()) {
                json.writeStartArray();
                json.writeNumber(p.x());
                json.writeNumber(p.y());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeNumberField("area_mm2", rounded(o.areaMm2()));
            json.writeNumberField("perimeter_mm", rounded(o.perimeterMm()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static double rounded(double value) {
        return Math.rint(value * MILLIONTHS) / MILLIONTHS;
    }
}

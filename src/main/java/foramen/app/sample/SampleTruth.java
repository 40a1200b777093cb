package foramen.app.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A truth file as the phantom writes it, read back. */
public final class SampleTruth {
    private final JsonNode root;

    private SampleTruth(JsonNode root) {
        this.root = root;
    }

    /** Reads {@code file}. */
    public static SampleTruth read(Path file) throws IOException {
        return new SampleTruth(JsonMapper.builder().build().readTree(file.toFile()));
    }

    /** How many frames it tells of. */
    public int frames() {
        return root.required("frames").size();
    }

    /**
     * What is outlined on a frame.
     *
     * @param index the frame, from 0
     */
    public List<Entry> outlines(int index) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode o : root.required("frames").required(index).required("outlines")) {
            List<Point> points = new ArrayList<>();
            o.required("polygon").forEach(p -> points.add(new Point(p.get(0).asDouble(), p.get(1).asDouble())));
            entries.add(new Entry(o.required("structure").asText(), new Polygon(points),
                    o.required("area_mm2").asDouble(), o.required("perimeter_mm").asDouble()));
        }
        return entries;
    }

    /** The outline of one structure on a frame. */
    public Optional<Entry> outline(int index, String structure) {
        return outlines(index).stream().filter(e -> e.structure().equals(structure)).findFirst();
    }

    /**
     * One true outline.
     *
     * @param structure which structure
     * @param polygon in continuous image pixels
     * @param areaMm2 its exact area
     * @param perimeterMm its exact perimeter
     */
    public record Entry(String structure, Polygon polygon, double areaMm2, double perimeterMm) {}
}

package foramen.storage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.ImageRole;
import foramen.domain.clip.FrameRef;
import java.util.EnumMap;
import java.util.Map;

/** The pictures that document a procedure as JSON: role, clip and frame (from 0). */
final class ImageSetJson {
    private ImageSetJson() {}

    static void write(ArrayNode array, Map<ImageRole, FrameRef> images) {
        images.forEach((role, frame) -> {
            ObjectNode node = array.addObject();
            node.put("role", role.id());
            node.put("clip", frame.sopInstanceUid());
            node.put("frame", frame.index());
        });
    }

    static Map<ImageRole, FrameRef> images(Fields of, String name) {
        Map<ImageRole, FrameRef> images = new EnumMap<>(ImageRole.class);
        of.list(name, f -> {
            String id = f.text("role");
            ImageRole role = ImageRole.find(id).orElseThrow(
                    () -> new IllegalArgumentException("there is no picture called “" + id + "” in the image set"));
            return Map.entry(role, new FrameRef(f.text("clip"), f.whole("frame")));
        }).forEach(e -> images.put(e.getKey(), e.getValue()));
        return images;
    }
}

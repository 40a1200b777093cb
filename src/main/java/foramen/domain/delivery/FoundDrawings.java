package foramen.domain.delivery;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.PixelSpacing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an object read from a file says about what was drawn on other images.
 *
 * @param kind what kind of object it is, in words
 * @param description what it says of itself; may be empty
 * @param images SOP Instance UIDs of the images it is about
 * @param drawings what was drawn, in the order of the object
 * @param spacings Presentation Pixel Spacing by SOP Instance UID, for images without a scale of their own
 * @param window the brightness that it asks for
 * @param warnings what could not be taken over and why, one sentence each
 */
public record FoundDrawings(String kind, String description, List<String> images, List<FoundDrawing> drawings,
        Map<String, PixelSpacing> spacings, Optional<Window> window, List<String> warnings) {
    /**
     * A window of grey values (PS3.3 C.11.2.1.2), after the Modality LUT.
     *
     * @param centre Window Center (0028,1050)
     * @param width Window Width (0028,1051)
     */
    public record Window(double centre, double width) {}

    /** Copies lists and map. */
    public FoundDrawings {
        images = List.copyOf(images);
        drawings = List.copyOf(drawings);
        spacings = Map.copyOf(spacings);
        warnings = List.copyOf(warnings);
    }

    /** {@code file}, the calibration of that image, under this object: its spacing counts where the image has no scale. */
    public Calibration applied(String sopInstanceUid, Calibration file) {
        PixelSpacing spacing = spacings.get(sopInstanceUid);
        return spacing == null ? file : file.withPresentation(spacing);
    }
}

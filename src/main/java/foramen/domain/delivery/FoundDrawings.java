package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.ManualCalibration;
import foramen.domain.clip.PixelSpacing;
import foramen.domain.patient.Patient;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that an object read from a file says about what was drawn on other images.
 *
 * @param origin the object itself
 * @param images SOP Instance UIDs of the images it is about
 * @param drawings what was drawn, in the order of the object
 * @param spacings Presentation Pixel Spacing by SOP Instance UID, for images without a scale of their own
 * @param window the brightness that it asks for
 * @param warnings what could not be taken over and why, one sentence each
 */
public record FoundDrawings(Origin origin, List<String> images, List<FoundDrawing> drawings,
        Map<String, PixelSpacing> spacings, Optional<Window> window, List<String> warnings) {
    /**
     * The object that drawings were found in.
     *
     * @param kind what kind of object it is, in words
     * @param description what it says of itself; may be empty
     * @param objectUid its SOP Instance UID; may be empty
     * @param studyUid its study; may be empty
     * @param patient whom it is about
     * @param made when it was made; the epoch where it does not say
     */
    public record Origin(String kind, String description, String objectUid, String studyUid, Patient patient,
            Instant made) {}

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

    /**
     * The drawings as a case of their own: annotations and needle plans under their tracking identifiers, where the
     * object has such.
     *
     * @param id the case's identifier
     * @param otherwise the structure of drawings that name none
     * @param author who imports; may be empty
     * @param at when
     */
    public Case asCase(CaseId id, String otherwise, String author, Instant at) {
        Case c = Case.begin(id, at).withPatient(origin.patient());
        for (String image : images) {
            c = c.withClip(new ClipRef(image, "", ""));
        }
        for (Map.Entry<String, PixelSpacing> s : new TreeMap<>(spacings).entrySet()) {
            c = c.withCalibration(ManualCalibration.stated("spacing-" + s.getKey(), new FrameRef(s.getKey(), 0),
                    s.getValue(), at));
        }
        Set<String> used = new HashSet<>();
        for (FoundDrawing d : drawings) {
            // What was drawn for all frames is kept once, on the first.
            for (int frame : d.frames().isEmpty() ? List.of(0) : d.frames()) {
                String name = d.trackingId().isEmpty() ? origin.objectUid() : d.trackingId();
                String unique = name;
                for (int n = 2; !used.add(unique); n++) {
                    unique = name + "-" + n;
                }
                c = d.form() == FoundDrawing.Form.NEEDLE
                        ? c.withPlan(d.plan(unique, frame, author, at))
                        : c.withAnnotation(d.annotation(unique, frame, otherwise, author, at));
            }
        }
        return c;
    }
}

package foramen.dicom.deident;

import foramen.domain.clip.Region;
import foramen.domain.deident.Box;
import foramen.domain.deident.PixelPolicy;
import foramen.domain.deident.PixelVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the picture.
 *
 * @param kind whether it can be called clean
 * @param mask what is overwritten; nothing unless it is {@link PixelVerdict#MASKED}
 * @param why in words, where the mask or the claim comes from
 */
public record PixelPlan(PixelVerdict kind, Optional<PixelMask> mask, String why) {
    /** A region of that much of the picture tells nothing about where text stands (engineering default). */
    private static final double WHOLE_SCREEN = 0.95;
    private static final int LAST_PICTURE_FORMAT = 3;

    /** The plan for an object that has no picture. */
    static PixelPlan drawings() {
        return new PixelPlan(PixelVerdict.DRAWINGS, Optional.empty(), "shapes and coded words are all there is");
    }

    /** Whether the copy may say that there is no burned-in text. */
    public boolean isClean() {
        return kind == PixelVerdict.MASKED || kind == PixelVerdict.DECLARED || kind == PixelVerdict.DRAWINGS;
    }

    /**
     * The plan for a file.
     *
     * @param remembered the mask kept for its scanner, which counts where the operator names none
     */
    static PixelPlan of(List<Region> regions, int columns, int rows, PixelPolicy policy,
            Optional<ScannerMask> remembered) {
        if (policy.withoutText() == PixelPolicy.WithoutRegions.LEAVE) {
            return new PixelPlan(PixelVerdict.LEFT, Optional.empty(), "the picture is left as it is on request");
        }
        boolean other = policy.drawnOn().filter(s -> !s.equals(new PixelPolicy.Size(columns, rows))).isPresent();
        boolean own = policy.isDrawn() && !other;
        List<Box> kept = own ? policy.kept() : remembered.map(ScannerMask::kept).orElse(List.of());
        List<Box> boxes = own ? policy.boxes() : remembered.map(ScannerMask::boxes).orElse(List.of());
        String whose = own ? "the operator" : "the mask remembered for this scanner";
        boolean byRegions = kept.isEmpty();
        List<Box> areas = byRegions ? pictures(regions) : kept;
        boolean whole = byRegions && !areas.isEmpty()
                && PixelMask.of(columns, rows, areas, List.of()).pixels() < (1 - WHOLE_SCREEN) * columns * rows;
        if (whole) {
            areas = List.of();
        }
        if (!areas.isEmpty() || !boxes.isEmpty()) {
            return new PixelPlan(PixelVerdict.MASKED, Optional.of(PixelMask.of(columns, rows, areas, boxes)),
                    words(areas, boxes, byRegions, whose));
        }
        String nothing = other && policy.isDrawn()
                ? "the operator's boxes are for pictures of another size"
                : whole ? "its ultrasound region is the whole screen" : "it has no ultrasound regions";
        return policy.withoutText() == PixelPolicy.WithoutRegions.NO_TEXT
                ? new PixelPlan(PixelVerdict.DECLARED, Optional.empty(),
                        nothing + "; the operator says that there is no burned-in text")
                : new PixelPlan(PixelVerdict.UNDECIDED, Optional.empty(), nothing);
    }

    private static String words(List<Box> areas, List<Box> boxes, boolean byRegions, String whose) {
        List<String> parts = new ArrayList<>();
        if (!areas.isEmpty()) {
            parts.add(byRegions
                    ? "all outside the ultrasound regions of the file"
                    : "all outside the areas named by " + whose);
        }
        if (!boxes.isEmpty()) {
            parts.add(boxes.size() + (boxes.size() == 1 ? " box of " : " boxes of ") + whose);
        }
        return String.join(", and ", parts);
    }

    /** Regions of tissue, flow, M-mode and spectra; waveforms and graphics carry texts of their own. */
    private static List<Box> pictures(List<Region> regions) {
        return regions.stream().filter(r -> r.spatialFormat() >= 1 && r.spatialFormat() <= LAST_PICTURE_FORMAT)
                .map(r -> new Box(r.minX(), r.minY(), r.maxX() - r.minX() + 1, r.maxY() - r.minY() + 1)).toList();
    }
}

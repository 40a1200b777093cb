package foramen.ui.viewer;

import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.overlay.RulerSide;
import java.util.Optional;

/** On which side the depth ruler of a clip stands: looked for on the frame that is seen first, and kept from then on. */
final class RulerPlace {
    private Optional<Kept> kept = Optional.empty();

    private record Kept(String sopInstanceUid, RulerSide side) {}

    /** The side for {@code clip}, of which {@code frame} is in view. */
    RulerSide on(ClipInfo clip, Calibration calibration, Frame frame) {
        String uid = clip.identity().sopInstanceUid();
        Optional<Kept> known = kept.filter(k -> k.sopInstanceUid().equals(uid));
        if (known.isEmpty()) {
            RulerSide side = calibration.mainRegion().map(r -> RulerSide.darker(frame, r)).orElse(RulerSide.RIGHT);
            kept = Optional.of(new Kept(uid, side));
            return side;
        }
        return known.get().side();
    }
}

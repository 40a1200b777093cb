package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.Region;
import foramen.job.Progress;
import foramen.phantom.PhantomClip;
import foramen.phantom.PhantomGenerator;
import foramen.phantom.PhantomIdentity;
import foramen.phantom.PhantomScene;
import foramen.phantom.PhantomSpec;
import foramen.testing.FakeClip;
import java.util.List;
import java.util.Optional;

/** A phantom in memory as a clip: something to look at. */
final class PhantomFrames implements Clip {
    private final PhantomClip phantom;
    private final ClipInfo info;

    PhantomFrames(boolean calibrated) {
        phantom = new PhantomGenerator()
                .generate(new PhantomSpec(PhantomScene.PIRIFORMIS_LONG_AXIS, Laterality.RIGHT, false,
                        false, 3, 1024, 768, 40, 7, PhantomIdentity.DEMO), Progress.NONE);
        List<Region> regions = calibrated ? phantom.regions() : List.of();
        ClipInfo base = FakeClip.calibrated().info();
        info = new ClipInfo(base.identity(), 1024, 768, FrameTiming.uniform(FakeClip.FRAMES, 40, "Frame Time"), "RGB",
                new Calibration(regions, Optional.empty()), base.patient(), Laterality.RIGHT, base.acquired(),
                base.origin(), List.of());
    }

    PhantomClip phantom() {
        return phantom;
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public Frame frame(int index) {
        return phantom.colour(index % 3);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}

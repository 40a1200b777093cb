package foramen.workspace.follow;

import foramen.domain.casefile.Case;
import foramen.domain.clip.Clip;
import foramen.domain.clip.FrameRef;
import foramen.domain.clip.Scale;
import foramen.geometry.Point;
import foramen.job.CurrentThreadJobRunner;
import foramen.job.JobRunner;
import foramen.job.Progress;
import foramen.vision.GreyFrame;
import foramen.vision.OneClickOutline;
import foramen.vision.OneClickOutline.Contrast;
import foramen.vision.OneClickOutline.Limits;
import foramen.vision.OneClickOutline.Proposal;
import foramen.workspace.tool.OutlineProposer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Proposes the outline of the nerve under a click on the open clip, within areas that a nerve has. */
public final class ClickOutline implements OutlineProposer {
    // The same as the defaults of the command line's outline; engineering defaults round the sciatic nerve's areas.
    private static final double LEAST_MM2 = 15;
    private static final double MOST_MM2 = 200;
    private static final double RIM_MM = 0.9;

    private final Supplier<Optional<Clip>> clip;
    private final Supplier<Case> casefile;
    private final JobRunner jobs;

    /**
     * @param clip the open clip
     * @param casefile the case, which knows the scale
     * @param jobs runs the work
     */
    public ClickOutline(Supplier<Optional<Clip>> clip, Supplier<Case> casefile, JobRunner jobs) {
        this.clip = clip;
        this.casefile = casefile;
        this.jobs = jobs;
    }

    @Override
    public JobRunner.Handle propose(FrameRef frame, Point seed, Consumer<Answer> then) {
        Optional<Clip> open = clip.get().filter(c -> frame.sopInstanceUid()
                .equals(c.info().identity().sopInstanceUid()));
        if (open.isEmpty()) {
            return new CurrentThreadJobRunner().start("", progress -> new Answer.Refused("No clip is open."),
                    then::accept,
                    e -> {});
        }
        Scale scale = casefile.get().calibrationOf(open.get().info()).scaleFor(List.of(seed));
        return jobs.start("Looking for the outline", progress -> look(open.get(), frame.index(), seed, scale, progress),
                then, e -> then.accept(new Answer.Refused(e instanceof IOException && e.getMessage() != null
                        ? e.getMessage()
                        : "Looking for the outline failed unexpectedly (" + e + "); trace it by hand.")));
    }

    private static Answer look(Clip clip, int index, Point seed, Scale scale, Progress progress) throws IOException {
        GreyFrame grey = new ClipGreys(clip).frame(index);
        Limits limits = switch (scale) {
            case Scale.Known k ->
                Limits.ofMillimetres(LEAST_MM2, MOST_MM2, RIM_MM, k.pixelsAcross(1), k.pixelsDown(1));
            case Scale.Unknown u -> Limits.ofPicture(grey);
        };
        return switch (OneClickOutline.propose(grey, seed, limits, Contrast.BRIGHTER, progress)) {
            case Proposal.Found f -> new Answer.Found(f.outline().vertices(), f.confidence());
            case Proposal.Refused r -> new Answer.Refused(r.reason());
        };
    }
}

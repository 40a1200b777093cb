package foramen.app.window;

import foramen.domain.clip.Frame;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.job.JobRunner;
import foramen.ui.support.Words;
import foramen.vision.EdgeCost;
import foramen.vision.Filters;
import foramen.vision.GreyFrame;
import foramen.vision.Livewire;
import foramen.vision.Wand;
import foramen.workspace.tool.Picture;
import foramen.workspace.tool.Sight;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets livewire and wand look at the frame in view, which is prepared for them in a job. */
final class PixelSight implements Sight {
    private static final Logger LOG = LoggerFactory.getLogger(PixelSight.class);
    /** Against speckle, and for a round outline (engineering defaults, as in the wand's own measurements). */
    private static final double SMOOTHING = 1.5;
    private static final int ROUNDING = 3;
    /** A region larger than this share of the picture is no structure (engineering default). */
    private static final double LARGEST = 0.5;

    private final JobRunner jobs;
    private final Words words;

    PixelSight(JobRunner jobs, Words words) {
        this.words = words;
        this.jobs = jobs;
    }

    @Override
    public void look(Frame frame, Consumer<Optional<Picture>> seen) {
        jobs.start(words.text("job.edges"), progress -> {
            GreyFrame grey = GreyFrame.of(frame.argb(), frame.columns(), frame.rows());
            return new Seen(Filters.gaussian(grey, SMOOTHING), new Livewire(EdgeCost.of(grey, progress)));
        }, s -> seen.accept(Optional.of(s)), e -> {
            LOG.warn("The edges of a frame could not be found", e);
            seen.accept(Optional.empty());
        });
    }

    /** A frame without its speckle, and its edges. */
    private record Seen(GreyFrame grey, Livewire wire) implements Picture {
        @Override
        public List<Point> alongEdges(Point from, Point to) {
            return wire.path(from, to);
        }

        @Override
        public Optional<Polygon> alike(Point seed, double tolerance) {
            double largest = LARGEST * grey.columns() * grey.rows();
            return switch (Wand.outline(grey, seed, new Wand.Settings(tolerance, 0, ROUNDING, largest))) {
                case Wand.Outcome.Outlined o -> Optional.of(o.outline());
                case Wand.Outcome.Refused r -> Optional.empty();
            };
        }
    }
}

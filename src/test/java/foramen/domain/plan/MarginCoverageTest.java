package foramen.domain.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.StructureCatalog;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.PreparedShape;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the stated margin promises, held against scenes that are off by chance as the rules say they may be. */
class MarginCoverageTest {
    private static final int SCENES = Integer.getInteger("foramen.plan.coverage", 400);
    private static final int DRAWS = 100;
    private static final NeedleRules RULES = NeedleRules.standard();

    private record Count(int held, int all) {
        double share() {
            return held / (double) all;
        }
    }

    @Test
    void the_true_distance_of_path_and_tip_is_not_below_the_stated_margin_in_95_of_100() {
        Count path = coverage(true);
        Count tip = coverage(false);
        assertTrue(path.share() > 0.93 && path.share() < 0.97, "path " + path.share() + " of " + path.all());
        assertTrue(tip.share() > 0.93 && tip.share() < 0.97, "tip " + tip.share() + " of " + tip.all());
    }

    private static Count coverage(boolean ofPath) {
        PlanAssessor assessor = new PlanAssessor(RULES, StructureCatalog.standard(), Locale.ROOT);
        Random random = new Random(95);
        int held = 0;
        int all = 0;
        for (int i = 0; i < SCENES; i++) {
            PlanScene s = PlanScene.random(random);
            PassAssessment pass = assessor.assess(s.plan(), s.calibration(), s.annotations(), PlanSides.UNSTATED)
                    .passes().getFirst();
            Segment path = s.path().scaled(s.mmX(), s.mmY());
            for (MarginReading m : pass.margins()) {
                MarginReading.Clear clear = m.here().orElseThrow();
                Polygon outline = s.outlines().get(Integer.parseInt(m.subject().substring(1)))
                        .scaled(s.mmX(), s.mmY());
                double stated = ofPath ? clear.pathMargin95() : clear.tipMargin95();
                for (int draw = 0; draw < DRAWS; draw++) {
                    double truth = truth(s, path, outline, ofPath, random);
                    held += truth >= stated ? 1 : 0;
                    all++;
                }
            }
        }
        return new Count(held, all);
    }

    /** One way things could really be: scale, trace and depth each off by their own chance. */
    private static double truth(PlanScene s, Segment path, Polygon outline, boolean ofPath, Random random) {
        UncertaintyRules u = RULES.uncertainty();
        double scale = 1 + u.calibration().value() * random.nextGaussian();
        double deeper = u.depth().value() * random.nextGaussian();
        Point traced = new Point(random.nextGaussian(), random.nextGaussian()).times(u.trace().value());
        List<Point> border = new ArrayList<>();
        for (Point p : outline.vertices()) {
            Point beam = s.centre().map(c -> p.minus(c).times(1 / p.distanceTo(c))).orElse(new Point(0, 1));
            double depth = s.centre().map(c -> p.distanceTo(c) - s.radius()).orElse(p.y() - path.a().y());
            border.add(p.plus(beam.times(Math.max(0, depth) * deeper)).plus(traced).times(scale));
        }
        Segment needle = path.scaled(scale, scale);
        PreparedShape area = PreparedShape.area(new Polygon(border));
        return (ofPath ? area.nearest(needle) : area.nearest(needle.b())).distance();
    }
}

package foramen.domain.delivery;

import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.clip.Scale;
import foramen.domain.injection.Rational;
import foramen.domain.plan.Needle;
import foramen.domain.plan.NeedlePlan;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a plan holds beside what follows from its geometry: on what it was made, what was marked there, and
 * what is to be given (clinical facts 5, plan record).
 *
 * @param plan the plan
 * @param source the frame it was made on, and how that was scanned
 * @param targets one for each way, in order
 * @param needle the needle of the plan, as the stock list has it; empty where none is chosen
 * @param marks what is drawn on the frame and counts, in drawing order
 * @param injectate what is drawn up to be given along it; what was given is in the ledger
 */
public record PlanRecord(NeedlePlan plan, Source source, List<Target> targets, Optional<Needle> needle,
        List<Marked> marks, List<Portion> injectate) {
    /** Copies the lists. */
    public PlanRecord {
        targets = List.copyOf(targets);
        marks = List.copyOf(marks);
        injectate = List.copyOf(injectate);
    }

    /**
     * The frame.
     *
     * @param sopInstanceUid of the clip
     * @param frameNumber from 1
     * @param scale size of a pixel where the needle lies; empty without one
     * @param transducer as the file names it; empty where it is silent
     * @param depthMm how deep the picture reaches; empty where nobody says, and without a scale
     * @param planes how the frame cuts what is drawn on it
     */
    public record Source(String sopInstanceUid, int frameNumber, Optional<Scale.Known> scale, String transducer,
            Optional<Double> depthMm, List<ScanPlane> planes) {
        /** Copies the planes. */
        public Source {
            planes = List.copyOf(planes);
        }
    }

    /**
     * A point of the picture.
     *
     * @param px in continuous image pixels
     * @param mm in millimetres from the corner of the image; empty without a scale
     */
    public record Place(Point px, Optional<Point> mm) {
        static Place of(Point px, Optional<Scale.Known> scale) {
            return new Place(px, scale.map(k -> k.toMm(px)));
        }
    }

    /**
     * One target.
     *
     * @param number from 1
     * @param structureId what it is, in the catalogue; empty where neither name nor outline says
     * @param code its code on the side of the plan
     * @param target where
     * @param entry where the needle enters for it
     * @param entryFromEdgeMm from the left edge of the ultrasound picture, which is that of a linear probe; empty without
     *     a calibrated picture
     */
    public record Target(int number, String structureId, Optional<Code> code, Place target, Place entry,
            Optional<Double> entryFromEdgeMm) {}

    /**
     * Something drawn on the frame.
     *
     * @param id of the annotation
     * @param name its label, else its structure
     * @param structureId in the catalogue
     * @param side which side
     * @param closed whether it is an area
     * @param points all of it
     * @param widthMm how wide it is, across the picture; empty without a scale
     * @param heightMm how high
     */
    public record Marked(String id, String name, String structureId, Laterality side, boolean closed,
            List<Place> points, Optional<Double> widthMm, Optional<Double> heightMm) {
        /** Copies the points. */
        public Marked {
            points = List.copyOf(points);
        }

        /** Its middle, between its outermost points. */
        public Place centre() {
            return new Place(middle(points.stream().map(Place::px).toList()),
                    points.getFirst().mm().map(m -> middle(points.stream().flatMap(p -> p.mm().stream()).toList())));
        }

        private static Point middle(List<Point> all) {
            return foramen.geometry.Bounds.of(all).centre();
        }
    }

    /**
     * One product of one portion of a session that is planned.
     *
     * @param session which session, in words
     * @param syringe what stands on the syringe
     * @param product its name
     * @param strength its strength in the syringe
     * @param volumeMl volume of the portion, mL
     * @param amount how much of the product, exactly
     * @param unit in what
     * @param site where, in words
     * @param fraction sum of the local anaesthetics of the session as a share of their maxima; empty where none is given
     *     or it cannot be told
     */
    public record Portion(String session, String syringe, String product, String strength, BigDecimal volumeMl,
            Rational amount, String unit, String site, Optional<Rational> fraction) {}
}

package foramen.domain.plan;

import foramen.domain.anatomy.Laterality;
import java.util.ArrayList;
import java.util.List;

/**
 * The sides that a plan has to agree with.
 *
 * @param treated the side of the case
 * @param shown the side of the clip that the plan lies on, as its file or the operator says
 */
public record PlanSides(Laterality treated, Laterality shown) {
    /** Nothing is said of sides. */
    public static final PlanSides UNSTATED = new PlanSides(Laterality.UNSPECIFIED, Laterality.UNSPECIFIED);

    /** One sentence for each side that {@code plan} disagrees with: both are one side, and not the same. */
    List<String> disagreements(Laterality plan) {
        List<String> all = new ArrayList<>();
        if (differ(plan, treated)) {
            all.add("The plan is marked " + plan.words() + ", but the case is of the " + treated.words()
                    + " side; correct the one that is wrong.");
        }
        if (differ(plan, shown)) {
            all.add("The plan is marked " + plan.words() + ", but the clip shows the " + shown.words()
                    + " side; correct the one that is wrong.");
        }
        return all;
    }

    private static boolean differ(Laterality a, Laterality b) {
        return a != b && a.isOneSide() && b.isOneSide();
    }
}

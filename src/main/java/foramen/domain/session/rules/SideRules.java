package foramen.domain.session.rules;

import foramen.domain.anatomy.Laterality;
import foramen.domain.injection.AlertKind;
import foramen.domain.session.Aliquot;

/** Image, plan, case, session and every portion must be of one side. */
final class SideRules {
    private SideRules() {}

    static void check(DoseQuestion q, Alerts alerts) {
        Laterality side = q.session().side();
        if (side == Laterality.UNSPECIFIED) {
            alerts.raise(AlertKind.SIDE_MISSING, "", "Choose the side to be treated.");
        }
        if (!agree(q.caseSide(), side)) {
            alerts.raise(AlertKind.SIDE_CASE, "", disagree("case", q.caseSide(), "session", side));
        }
        for (Laterality image : q.imageSides()) {
            // A session of both sides has one of them in view.
            if (side != Laterality.BILATERAL && !agree(image, side)) {
                alerts.raise(AlertKind.SIDE_IMAGE, "", disagree("image", image, "session", side));
            }
        }
        for (Aliquot a : q.session().aliquots()) {
            portion(a, q, alerts);
        }
    }

    private static void portion(Aliquot a, DoseQuestion q, Alerts alerts) {
        if (a.side() == Laterality.UNSPECIFIED) {
            alerts.raise(AlertKind.SIDE_MISSING, a.id(), "Choose the side of portion " + a.id() + ".");
        } else if (!agree(q.session().side(), a.side())) {
            alerts.raise(AlertKind.SIDE_CASE, a.id(),
                    disagree("session", q.session().side(), "portion " + a.id(), a.side()));
        }
        if (a.target().isBlank() && a.site().isBlank()) {
            alerts.raise(AlertKind.SITE_MISSING, a.id(), "Say where portion " + a.id() + " goes.");
        }
        if (a.planId().isBlank()) {
            return;
        }
        Laterality plan = q.planSides().get(a.planId());
        if (plan == null) {
            alerts.raise(AlertKind.PLAN_MISSING, a.id(),
                    "The needle plan of portion " + a.id() + " is gone. Choose another or none.");
        } else if (!agree(plan, a.side())) {
            alerts.raise(AlertKind.SIDE_PLAN, a.id(), disagree("plan", plan, "portion " + a.id(), a.side()));
        }
    }

    /** What says nothing, or both sides, does not disagree. */
    private static boolean agree(Laterality theirs, Laterality ours) {
        return theirs == ours || theirs == Laterality.UNSPECIFIED || theirs == Laterality.BILATERAL
                || ours == Laterality.UNSPECIFIED;
    }

    private static String disagree(String what, Laterality theirs, String which, Laterality ours) {
        return "The " + what + " is " + theirs.words() + ", the " + which + " says " + ours.words()
                + ". Correct the one that is wrong.";
    }
}

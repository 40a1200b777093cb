package foramen.domain.assessment;

import foramen.domain.anatomy.Laterality;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a provocation test gave on one side.
 *
 * @param testId which test, as in the {@link TestCatalog}
 * @param side the side tested
 * @param result what it gave
 * @param sites where it reproduced the patient's own pain
 * @param nrs pain during the test, NRS 0 to 10, where asked
 * @param angleDeg the angle at which pain came, degrees 0 to 180, for a straight leg raise
 * @param note free words, may be empty
 */
public record TestFinding(String testId, Laterality side, Result result, Set<PainSite> sites, OptionalInt nrs,
        OptionalInt angleDeg, String note) {
    private static final int MOST_NRS = 10;
    private static final int MOST_ANGLE = 180;

    /** Copies the sites, in the order of their type; refuses numbers off their scale. */
    public TestFinding {
        EnumSet<PainSite> ordered = EnumSet.noneOf(PainSite.class);
        ordered.addAll(sites);
        sites = Collections.unmodifiableSet(ordered);
        if (nrs.isPresent() && (nrs.getAsInt() < 0 || nrs.getAsInt() > MOST_NRS)) {
            throw new IllegalArgumentException("NRS goes from 0 to 10, it cannot be " + nrs.getAsInt());
        }
        if (angleDeg.isPresent() && (angleDeg.getAsInt() < 0 || angleDeg.getAsInt() > MOST_ANGLE)) {
            throw new IllegalArgumentException(
                    "An angle goes from 0 to 180 degrees, it cannot be " + angleDeg.getAsInt());
        }
    }

    /** A finding with nothing but its result. */
    public TestFinding(String testId, Laterality side, Result result) {
        this(testId, side, result, Set.of(), OptionalInt.empty(), OptionalInt.empty(), "");
    }

    /** What a test gave. */
    public enum Result {
        NEGATIVE("negative"), POSITIVE("positive"), NOT_DONE("not done"), NOT_TOLERATED("not tolerated");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        /** The result in lower-case words. */
        public String words() {
            return words;
        }
    }

    /** Where a test reproduced the pain. */
    public enum PainSite {
        BUTTOCK("buttock"), POSTERIOR_THIGH("posterior thigh"), BELOW_KNEE("below knee");

        private final String words;

        PainSite(String words) {
            this.words = words;
        }

        /** The site in lower-case words. */
        public String words() {
            return words;
        }
    }
}

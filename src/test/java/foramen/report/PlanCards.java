package foramen.report;

import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;

/** Plan cards as the application writes them, for tests of other rooms. */
public final class PlanCards {
    private PlanCards() {}

    /** A card with something in every part. */
    public static byte[] full() throws IOException {
        return Exports.bytes(Exports.pdf(), Cases.full(), FakeClip.calibrated());
    }
}

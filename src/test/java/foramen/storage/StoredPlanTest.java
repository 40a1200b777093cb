package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.Approach;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanDetail;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredPlanTest {
    private static final Instant AT = Instant.parse("2026-03-14T09:26:00Z");
    /** A plan as version 0.1.0 wrote it. */
    private static final String OLD = """
            {"format":1,"id":"old","created":"2026-03-14T09:26:00Z","patient":{"name":"","id":"","sex":""},\
            "side":"RIGHT","indication":"","clips":[],"annotations":[],"plans":[{"id":"p1","frame":\
            {"sopInstanceUid":"2.25.1","index":2},"entry":[1.5,2.0],"target":[30.0,40.25],"laterality":"RIGHT",\
            "targetName":"Piriformis","needle":"22g-80","note":"","author":"Dr Example",\
            "plannedAt":"2026-03-14T09:27:00Z"}],"ledger":[]}""";

    private static Case with(PlanDetail detail) {
        return Case.begin(new CaseId("one"), AT).withPlan(new NeedlePlan("p1", new FrameRef("2.25.1", 2),
                new Point(1, 2), new Point(3, 4), Laterality.LEFT, "", "", "", "", AT, detail));
    }

    @Test
    void aPlanOfTheFirstFormatOpensAsOneInPlanePath() throws StoreException {
        NeedlePlan plan = CaseJson.read(OLD, "x").plans().getFirst();
        assertEquals(PlanDetail.FIRST, plan.detail());
        assertEquals(1, plan.passes().size());
        assertEquals(new Point(30, 40.25), plan.target());
    }

    @Test
    void aVersionThatWouldTakeAnOutOfPlaneNeedleForOneInPlaneIsKeptOut() {
        assertTrue(CaseJson.write(with(PlanDetail.FIRST.withVersion(7))).contains("\"format\":1"));
        Approach beside = Approach.PLAIN.withPuncture(Optional.of(Puncture.UNMEASURED));
        assertTrue(CaseJson.write(with(PlanDetail.FIRST.withApproach(beside))).contains("\"format\":3"));
    }

    @Test
    void anArcOfTooFewPointsIsSaidToBeDamaged() {
        SkinSetting arc = new SkinSetting(new SkinSetting.Form.Centre(new Point(9, -300), 60), "Dr Test", AT);
        String written = CaseJson.write(with(PlanDetail.FIRST.withApproach(Approach.PLAIN.withSkin(Optional.of(arc)))));
        StoreException e = assertThrows(StoreException.class,
                () -> CaseJson.read(written.replace("\"form\":\"centre\"", "\"form\":\"three-points\""), "x"));
        assertTrue(String.valueOf(e.getMessage()).contains("no skin arc"), e::toString);
    }
}

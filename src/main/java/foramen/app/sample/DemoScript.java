package foramen.app.sample;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.injection.Concentration;
import java.util.List;

/**
 * What the demo does on one clip. The figures are for show on a synthetic clip and are no advice.
 *
 * @param clip name of the sample, without extension
 * @param frameIndex the frame worked on, from 0
 * @param side the side
 * @param level the scan level
 * @param indication why
 * @param structures what is outlined
 * @param longAxisStructure which of them lies in its long axis, the others being cut across
 * @param entryAcross skin entry, as a fraction of the picture region from its left edge
 * @param entryDown skin entry, as a fraction of the picture region from its top edge
 * @param targetStructure the outlined structure whose middle is the needle's target
 * @param targetName the target in words
 * @param syringes what is recorded
 */
record DemoScript(String clip, int frameIndex, Laterality side, ScanLevel level, String indication,
        List<String> structures, String longAxisStructure, double entryAcross, double entryDown,
        String targetStructure, String targetName,
        List<Syringe> syringes) {
    /** One line of the ledger to be. */
    record Syringe(String productId, String concentration, Concentration.Unit unit, String volumeMl) {}

    /** The jobs of the demo, the one of the first start first. */
    static List<DemoScript> all() {
        return List.of(sacrospinousProlotherapy(), piriformisSteroid());
    }

    /** After seed 003: dextrose 10 % with lidocaine at a calcification of the left sacrospinous ligament. */
    private static DemoScript sacrospinousProlotherapy() {
        return new DemoScript(SampleClips.FIRST, 30, Laterality.LEFT, ScanLevel.ISCHIAL_SPINE,
                "Sacrospinous ligament calcification, left: prolotherapy 1 of 3",
                List.of(StructureCatalog.SCIATIC_NERVE, "sacrospinous-ligament", "calcification", "pudendal-nerve",
                        "vessel"),
                "sacrospinous-ligament", 0.04, 0.05, "calcification", "Sacrospinous ligament calcification",
                List.of(new Syringe("dextrose", "10", Concentration.Unit.PERCENT, "4"),
                        new Syringe("lidocaine", "1", Concentration.Unit.PERCENT, "1")));
    }

    private static DemoScript piriformisSteroid() {
        return new DemoScript(SampleClips.SECOND, 30, Laterality.RIGHT, ScanLevel.PIRIFORMIS,
                "Piriformis syndrome with swollen sciatic nerve, right",
                List.of(StructureCatalog.SCIATIC_NERVE, "piriformis"), "piriformis", 0.96, 0.05, "piriformis",
                "Piriformis",
                List.of(new Syringe("triamcinolone", "40", Concentration.Unit.MG_PER_ML, "1"),
                        new Syringe("lidocaine", "1", Concentration.Unit.PERCENT, "3")));
    }
}

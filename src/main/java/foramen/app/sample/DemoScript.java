package foramen.app.sample;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.StructureCatalog;
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
 * @param protocolId the protocol it follows
 * @param syringe what is drawn up and given
 */
record DemoScript(String clip, int frameIndex, Laterality side, ScanLevel level, String indication,
        List<String> structures, String longAxisStructure, double entryAcross, double entryDown,
        String targetStructure, String targetName, String protocolId, List<Drawn> syringe) {
    /** One product drawn up: its stock and how much of it. */
    record Drawn(String productId, String stock, String volume) {}

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
                "sacrospinous-prolotherapy",
                // 0.8 mL of 50 % in 4 mL are dextrose 10 %.
                List.of(new Drawn("dextrose", "50 %", "0.8 mL"), new Drawn("lidocaine", "1 %", "1 mL"),
                        new Drawn("saline", "0.9 %", "2.2 mL")));
    }

    private static DemoScript piriformisSteroid() {
        return new DemoScript(SampleClips.SECOND, 30, Laterality.RIGHT, ScanLevel.PIRIFORMIS,
                "Piriformis syndrome with swollen sciatic nerve, right",
                List.of(StructureCatalog.SCIATIC_NERVE, "piriformis"), "piriformis", 0.96, 0.05, "piriformis",
                "Piriformis", "piriformis-steroid",
                List.of(new Drawn("triamcinolone", "40 mg/mL", "1 mL"), new Drawn("lidocaine", "1 %", "3 mL")));
    }
}

package foramen.phantom;

import foramen.domain.anatomy.ScanLevel;

/** The planes that the phantom can show, scenes A to C of the clinical facts, section 1.4. */
public enum PhantomScene {
    /** Scene A: the piriformis along its length, the sciatic nerve under its middle third. */
    PIRIFORMIS_LONG_AXIS("A", ScanLevel.PIRIFORMIS, "PIRIFORMIS", "PIRI", "scene-piriformis.tsv"),
    /** Scene B: the ischial spine with sacrospinous and sacrotuberous ligament, pudendal and sciatic nerve. */
    ISCHIAL_SPINE("B", ScanLevel.ISCHIAL_SPINE, "ISCHIAL SPINE", "SPINE", "scene-ischial-spine.tsv"),
    /** Scene C: the sciatic nerve on the quadratus femoris between ischial tuberosity and femur. */
    QUADRATUS_FEMORIS("C", ScanLevel.QUADRATUS_FEMORIS, "QUADRATUS FEM", "QF", "scene-quadratus-femoris.tsv");

    private final String letter;
    private final ScanLevel level;
    private final String bodyMark;
    private final String shortMark;
    private final String resource;

    PhantomScene(String letter, ScanLevel level, String bodyMark, String shortMark, String resource) {
        this.letter = letter;
        this.level = level;
        this.bodyMark = bodyMark;
        this.shortMark = shortMark;
        this.resource = resource;
    }

    /** The scene's letter in the clinical facts. */
    public String letter() {
        return letter;
    }

    /** Where along the nerve the scene lies. */
    public ScanLevel level() {
        return level;
    }

    /** What the scanner's operator would have typed on the screen, in full or for a narrow one. */
    String bodyMark(boolean narrow) {
        return narrow ? shortMark : bodyMark;
    }

    /** The table that lays the scene out. */
    String resource() {
        return resource;
    }
}

package foramen.phantom;

import foramen.domain.anatomy.Laterality;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * The sample set: three persons, each seen on both sides at one level, and four small clips for the other ways of
 * storing pixels. Sizes are chosen so that the set stays under 20 MB with JPEG of middling quality (about 0.6).
 * Everybody in it is invented.
 */
public final class PhantomCatalog {
    /** The seed of the committed set. */
    public static final long STANDARD_SEED = 1;

    private static final PhantomIdentity GLUTEAL_A = new PhantomIdentity("Phantom^Gluteal A", "FRM-0001",
            LocalDate.of(1978, 1, 1), "M", LocalDateTime.of(2026, 1, 15, 9, 30));
    private static final PhantomIdentity GLUTEAL_B = new PhantomIdentity("Phantom^Gluteal B", "FRM-0002",
            LocalDate.of(1975, 1, 1), "F", LocalDateTime.of(2026, 1, 15, 10, 15));
    private static final PhantomIdentity GLUTEAL_C = new PhantomIdentity("Phantom^Gluteal C", "FRM-0003",
            LocalDate.of(1990, 1, 1), "F", LocalDateTime.of(2026, 1, 15, 11, 5));

    private PhantomCatalog() {}

    /** The set that grows from {@code seed}; {@link #STANDARD_SEED} gives the committed one. */
    public static List<PhantomSample> samples(long seed) {
        return List.of(
                full("a-piriformis-right-swollen", PhantomScene.PIRIFORMIS_LONG_AXIS, Laterality.RIGHT, true, seed,
                        GLUTEAL_A, "Right piriformis, sciatic nerve swollen"),
                full("a-piriformis-left-normal", PhantomScene.PIRIFORMIS_LONG_AXIS, Laterality.LEFT, false, seed,
                        GLUTEAL_A, "Left piriformis, sciatic nerve normal"),
                full("b-ischial-spine-left-calcification", PhantomScene.ISCHIAL_SPINE, Laterality.LEFT, true, seed,
                        GLUTEAL_B, "Left ischial spine, calcified ligament, sciatic nerve swollen"),
                full("b-ischial-spine-right-normal", PhantomScene.ISCHIAL_SPINE, Laterality.RIGHT, false, seed,
                        GLUTEAL_B, "Right ischial spine, normal"),
                full("c-quadratus-femoris-right-swollen", PhantomScene.QUADRATUS_FEMORIS, Laterality.RIGHT, true,
                        seed, GLUTEAL_C, "Right quadratus femoris, sciatic nerve swollen"),
                full("c-quadratus-femoris-left-normal", PhantomScene.QUADRATUS_FEMORIS, Laterality.LEFT, false, seed,
                        GLUTEAL_C, "Left quadratus femoris, sciatic nerve normal"),
                small("variant-rgb", 160, 120, PhantomEncoding.RGB_UNCOMPRESSED, seed),
                small("variant-rle", 160, 120, PhantomEncoding.RGB_RLE, seed),
                small("variant-monochrome2", 160, 120, PhantomEncoding.MONOCHROME2_UNCOMPRESSED, seed),
                small("variant-palette", 160, 120, PhantomEncoding.PALETTE_UNCOMPRESSED, seed));
    }

    private static PhantomSample full(String name, PhantomScene scene, Laterality side, boolean swollen, long seed,
            PhantomIdentity who, String description) {
        boolean calcification = name.endsWith("calcification");
        // The right side is scanned first; a second for the pause between the clips would be too short to believe.
        PhantomIdentity when = side == Laterality.RIGHT ? who : later(who);
        return new PhantomSample(name, new PhantomSpec(scene, side, swollen, calcification, 60, 576, 432, 40,
                seedOf(seed, name), when), PhantomEncoding.JPEG_BASELINE, who.id(), description);
    }

    private static PhantomSample small(String name, int columns, int rows, PhantomEncoding encoding, long seed) {
        return new PhantomSample(name, new PhantomSpec(PhantomScene.QUADRATUS_FEMORIS, Laterality.LEFT, false, false,
                60, columns, rows, 40, seedOf(seed, "c-quadratus-femoris-left-normal"), later(GLUTEAL_C)), encoding,
                GLUTEAL_C.id(), "Left quadratus femoris, small, " + encoding.name().toLowerCase(Locale.ROOT)
                        .replace('_', ' '));
    }

    private static PhantomIdentity later(PhantomIdentity who) {
        return new PhantomIdentity(who.name(), who.id(), who.birthDate(), who.sex(), who.acquired().plusMinutes(4));
    }

    private static long seedOf(long seed, String name) {
        return SeededRandom.mix(seed * 31 + name.hashCode()) >>> 16;
    }
}

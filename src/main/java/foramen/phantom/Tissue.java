package foramen.phantom;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a tissue looks. One row of {@code echotexture.tsv} makes one of these.
 *
 * @param name the row's name
 * @param texture how its echoes are arranged
 * @param grey mean grey of the ground, 0 to 255
 * @param accent mean grey of the septa, striae, fibrils or fascicles; of a surface, of its shadow
 * @param rim grey of the line round it, nought for none
 * @param cellX width of a grain in mm
 * @param cellZ height of a grain in mm
 * @param strandsPerCm2 linear echoes in a square centimetre
 * @param strandMm their mean length
 */
record Tissue(String name, Texture texture, double grey, double accent, double rim, double cellX, double cellZ,
        double strandsPerCm2, double strandMm) {
    /** How the echoes of a tissue are arranged. */
    enum Texture {
        SPECKLE, LOBULES, STRIAE, FIBRILS, FASCICLES, VOID, SURFACE
    }

    /** The rows of the echotexture table by name. */
    static Map<String, Tissue> table() {
        Map<String, Tissue> byName = new LinkedHashMap<>();
        for (String[] f : PhantomTable.rows("echotexture.tsv", 10)) {
            byName.put(f[0], new Tissue(f[0], Texture.valueOf(f[1]), Double.parseDouble(f[2]),
                    Double.parseDouble(f[3]), Double.parseDouble(f[4]), Double.parseDouble(f[5]),
                    Double.parseDouble(f[6]), Double.parseDouble(f[7]), Double.parseDouble(f[8])));
        }
        return byName;
    }

    /** The echo level in dB that shows at {@code x}, {@code z} (mm in the tissue's own frame) without the strands. */
    double level(TissueNoise noise, double x, double z) {
        double mottle = 2.2 * noise.smooth(x / 7, z / 5) + 1.8 * noise.smooth(x / 23 + 11, z / 14);
        return switch (texture) {
            case SPECKLE, SURFACE -> LogCompression.level(grey) + mottle;
            case VOID -> LogCompression.level(0) - 12;
            case LOBULES -> {
                double wx = x / cellX + 0.5 * noise.smooth(x / 6, z / 4) + 0.8 * noise.smooth(x / 21, z / 9);
                double wz = z / cellZ + 0.6 * noise.smooth(x / 8 + 31, z / 5);
                TissueNoise.Cell c = noise.cell(wx, wz);
                double wall = 1 - TissueNoise.smoothstep((c.second() - c.nearest()) / 0.25);
                double septum = wall * (0.35 + 0.65 * c.level()) * (0.75 + 0.45 * noise.smooth(x / 5, z / 3 + 7));
                yield mix(grey, accent, septum) + 7 * septum + mottle;
            }
            case STRIAE -> LogCompression.level(grey) + mottle + 4.5 * noise.smooth(x / cellX, z / cellZ);
            case FIBRILS -> LogCompression.level(grey) + 6 * noise.smooth(x / cellX, z / cellZ);
            case FASCICLES -> {
                TissueNoise.Cell c = noise.cell(x / cellX, z / cellZ);
                double fascicle = 1 - TissueNoise.smoothstep((c.nearest() - 0.38) / 0.1);
                yield mix(grey, accent, fascicle);
            }
        };
    }

    private static double mix(double from, double to, double share) {
        return LogCompression.level(from + (to - from) * share);
    }
}

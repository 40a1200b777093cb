package foramen.phantom;

import java.util.Arrays;

/**
 * Scatterers to envelope: each scatterer is laid on the beam grid with the phase of its path there and back, the
 * shadows are applied, and the sum is convolved with the spread function of its depth. Speckle is what comes of it.
 * Looks at slightly different frequencies are averaged, as scanners do (frequency compounding).
 */
final class BeamFormer {
    /** Sound at 1540 m/s and 3.5 MHz has this wavelength (clinical facts 1.4). */
    private static final double WAVELENGTH_MM = 0.44;
    private static final double LOOK_SPREAD = 0.11;
    /** Axial spread, one standard deviation; 0.6 mm full width at half maximum (clinical facts 1.4: 0.5-1). */
    private static final double AXIAL_SIGMA_MM = 0.25;
    private static final double SIGMA_PER_WIDTH = 0.4247;
    /** Depth of the transmit focus (engineering default). */
    static final double FOCUS_MM = 58;
    private static final int PHASES = 4096;
    private static final int NOISE = 1 << 16;

    private final BeamGrid grid;
    private final int looks;
    private final double density;
    private final float[] cosine = new float[PHASES];
    private final float[] sine = new float[PHASES];
    private final float[] noise = new float[NOISE];
    private final float[] axial;
    private final float[][] lateral;
    private final float[] noiseLevel;
    private final float[][] real;
    private final float[][] imaginary;
    private final float[] work;

    /**
     * @param density scatterers per mm² that make unit power
     * @param looks how many frequencies are averaged; one leaves plain Rayleigh speckle
     */
    BeamFormer(BeamGrid grid, double density, int looks, SeededRandom random) {
        this.grid = grid;
        this.looks = looks;
        this.density = density;
        for (int i = 0; i < PHASES; i++) {
            cosine[i] = (float) StrictMath.cos(2 * Math.PI * i / PHASES);
            sine[i] = (float) StrictMath.sin(2 * Math.PI * i / PHASES);
        }
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (float) random.gaussian();
        }
        axial = kernel(AXIAL_SIGMA_MM / grid.sampleStep());
        lateral = new float[grid.samples()][];
        noiseLevel = new float[grid.samples()];
        for (int s = 0; s < grid.samples(); s++) {
            double depth = grid.depth(s);
            double mmPerBeam = (grid.probe().radiusMm() + depth) * grid.beamStep();
            lateral[s] = kernel(lateralWidthMm(depth) * SIGMA_PER_WIDTH / mmPerBeam);
            // The time gain lifts the noise with depth; white at -58 dB is the grey of a clean shadow.
            noiseLevel[s] = (float) LogCompression.amplitude(-66 + 4.5 * depth / grid.probe().depthMm());
        }
        real = new float[looks][grid.size()];
        imaginary = new float[looks][grid.size()];
        work = new float[grid.size()];
    }

    /** Full width at half maximum across the beam: least at the focus, growing with depth (engineering default). */
    static double lateralWidthMm(double depth) {
        double off = (depth - FOCUS_MM) / FOCUS_MM;
        return 0.95 + 0.006 * depth + 0.9 * off * off;
    }

    /** A Gaussian whose squares add up to one, so that the power of speckle does not hang on its width. */
    private static float[] kernel(double sigma) {
        int reach = Math.max(1, (int) Math.ceil(2.6 * sigma));
        float[] k = new float[2 * reach + 1];
        double power = 0;
        for (int i = -reach; i <= reach; i++) {
            double w = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
            k[i + reach] = (float) w;
            power += w * w;
        }
        for (int i = 0; i < k.length; i++) {
            k[i] /= (float) Math.sqrt(power);
        }
        return k;
    }

    /** Takes what the last frame left off the grid and lays down its noise. */
    void clear(SeededRandom random) {
        for (int l = 0; l < looks; l++) {
            for (int s = 0; s < grid.samples(); s++) {
                layNoise(real[l], s, random);
                layNoise(imaginary[l], s, random);
            }
        }
    }

    private void layNoise(float[] field, int sample, SeededRandom random) {
        int from = (int) (random.nextLong() >>> 48);
        int row = sample * grid.beams();
        for (int b = 0; b < grid.beams(); b++) {
            field[row + b] = noise[(from + b) & (NOISE - 1)] * noiseLevel[sample];
        }
    }

    /** Lays one scatterer on the grid. */
    void splat(double range, double angle, double amplitude, float[] gain) {
        double fs = grid.sample(range);
        double fb = grid.beam(angle);
        int s = (int) Math.floor(fs);
        int b = (int) Math.floor(fb);
        if (s < 0 || b < 0 || s >= grid.samples() - 1 || b >= grid.beams() - 1) {
            return;
        }
        int at = s * grid.beams() + b;
        float g = gain[at];
        if (g == 0) {
            return;
        }
        double a = amplitude * g / Math.sqrt(density * range * grid.beamStep() * grid.sampleStep());
        float v = (float) (fs - s);
        float u = (float) (fb - b);
        for (int l = 0; l < looks; l++) {
            double turns = 2 * range / WAVELENGTH_MM * (1 + LOOK_SPREAD * (l - 0.5 * (looks - 1)));
            int phase = (int) ((turns - Math.floor(turns)) * PHASES) & (PHASES - 1);
            put(real[l], at, (float) (a * cosine[phase]), u, v);
            put(imaginary[l], at, (float) (a * sine[phase]), u, v);
        }
    }

    private void put(float[] field, int at, float value, float u, float v) {
        float lower = value * v;
        float upper = value - lower;
        field[at] += upper * (1 - u);
        field[at + 1] += upper * u;
        field[at + grid.beams()] += lower * (1 - u);
        field[at + grid.beams() + 1] += lower * u;
    }

    /** Convolves the grid and writes the square of the envelope, averaged over the looks, into {@code power}. */
    void power(float[] power) {
        Arrays.fill(power, 0);
        for (int l = 0; l < looks; l++) {
            detect(real[l], power);
            detect(imaginary[l], power);
        }
        for (int i = 0; i < power.length; i++) {
            power[i] /= looks;
        }
    }

    private void detect(float[] field, float[] power) {
        int beams = grid.beams();
        float[] row = new float[beams];
        for (int s = 0; s < grid.samples(); s++) {
            float[] k = lateral[s];
            int reach = k.length / 2;
            Arrays.fill(row, 0);
            for (int t = -reach; t <= reach; t++) {
                float w = k[t + reach];
                int from = s * beams + t;
                int end = Math.min(beams, beams - t);
                for (int b = Math.max(0, -t); b < end; b++) {
                    row[b] += w * field[from + b];
                }
            }
            System.arraycopy(row, 0, work, s * beams, beams);
        }
        int reach = axial.length / 2;
        for (int s = 0; s < grid.samples(); s++) {
            Arrays.fill(row, 0);
            for (int t = Math.max(-reach, -s); t <= Math.min(reach, grid.samples() - 1 - s); t++) {
                float w = axial[t + reach];
                int from = (s + t) * beams;
                for (int b = 0; b < beams; b++) {
                    row[b] += w * work[from + b];
                }
            }
            for (int b = 0; b < beams; b++) {
                power[s * beams + b] += row[b] * row[b];
            }
        }
    }
}

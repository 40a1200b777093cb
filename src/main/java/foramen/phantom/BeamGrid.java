package foramen.phantom;

/**
 * The samples of one image before scan conversion, stored sample by sample: index = sample × beams + beam.
 *
 * @param probe the array
 * @param beams number of beams, evenly over the sector
 * @param samples number of samples along a beam
 */
record BeamGrid(CurvedArray probe, int beams, int samples) {
    /** Enough for a spread function of 0.6 × 1.5 mm (engineering default). */
    static BeamGrid standard(CurvedArray probe) {
        return new BeamGrid(probe, 320, (int) Math.rint(probe.depthMm() / 0.14));
    }

    double beamStep() {
        return 2 * probe.halfAngle() / (beams - 1);
    }

    double sampleStep() {
        return probe.depthMm() / (samples - 1);
    }

    /** Fractional beam at {@code angle}. */
    double beam(double angle) {
        return (angle + probe.halfAngle()) / beamStep();
    }

    /** Fractional sample at {@code range} mm from the apex. */
    double sample(double range) {
        return (range - probe.radiusMm()) / sampleStep();
    }

    double angle(double beam) {
        return beam * beamStep() - probe.halfAngle();
    }

    /** Depth along the beam in mm. */
    double depth(double sample) {
        return sample * sampleStep();
    }

    int size() {
        return beams * samples;
    }
}

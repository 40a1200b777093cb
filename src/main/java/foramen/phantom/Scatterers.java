package foramen.phantom;

import java.util.Arrays;

/** Point scatterers at rest, in beam coordinates: grows while the scene is sown, then is only read. */
final class Scatterers {
    private float[] range = new float[1 << 18];
    private float[] angle = new float[1 << 18];
    private float[] inPlane = new float[1 << 18];
    private float[] outOfPlane = new float[1 << 18];
    private int size;

    /**
     * Adds one.
     *
     * @param r mm from the apex
     * @param a angle in radians
     * @param here amplitude in the plane of rest
     * @param beside amplitude a quarter turn out of it
     */
    void add(double r, double a, double here, double beside) {
        if (size == range.length) {
            range = Arrays.copyOf(range, 2 * size);
            angle = Arrays.copyOf(angle, 2 * size);
            inPlane = Arrays.copyOf(inPlane, 2 * size);
            outOfPlane = Arrays.copyOf(outOfPlane, 2 * size);
        }
        range[size] = (float) r;
        angle[size] = (float) a;
        inPlane[size] = (float) here;
        outOfPlane[size] = (float) beside;
        size++;
    }

    int size() {
        return size;
    }

    float range(int i) {
        return range[i];
    }

    float angle(int i) {
        return angle[i];
    }

    float inPlane(int i) {
        return inPlane[i];
    }

    float outOfPlane(int i) {
        return outOfPlane[i];
    }
}

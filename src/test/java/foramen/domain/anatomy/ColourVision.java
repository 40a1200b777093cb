package foramen.domain.anatomy;

/** Colours as seen by eyes that lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
enum ColourVision {
    NORMAL, PROTANOPIA, DEUTERANOPIA;

    private double[] matrix() {
        return switch (this) {
            case NORMAL -> new double[]{1, 0, 0, 0, 1, 0, 0, 0, 1};
            case PROTANOPIA -> new double[]{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
                    -0.048116, 1.051998};
            case DEUTERANOPIA -> new double[]{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
                    0.042940, 0.968881};
        };
    }

    /** The difference of two 0xRRGGBB colours in CIE L*a*b* 1976, D65. */
    double difference(int a, int b) {
        double[] p = lab(a);
        double[] q = lab(b);
        return Math.sqrt(square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2]));
    }

    private double[] lab(int rgb) {
        double[] c = {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
        double[] m = matrix();
        double[] s = new double[3];
        for (int i = 0; i < 3; i++) {
            s[i] = Math.clamp(m[3 * i] * c[0] + m[3 * i + 1] * c[1] + m[3 * i + 2] * c[2], 0, 1);
        }
        double x = root((0.4124564 * s[0] + 0.3575761 * s[1] + 0.1804375 * s[2]) / 0.95047);
        double y = root(0.2126729 * s[0] + 0.7151522 * s[1] + 0.0721750 * s[2]);
        double z = root((0.0193339 * s[0] + 0.1191920 * s[1] + 0.9503041 * s[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double square(double d) {
        return d * d;
    }
}

package foramen.vision;

import foramen.geometry.Point;

/**
 * An ellipse: the shape that a nerve in its short axis is expected to have.
 *
 * @param x centre
 * @param y centre
 * @param a longer half-axis in pixels
 * @param b shorter half-axis in pixels
 * @param angle of the longer axis from the picture's x axis, in radians
 */
record Oval(double x, double y, double a, double b, double angle) {
    /** The point at parameter {@code t} on the ellipse moved outward along the normal by {@code out} pixels. */
    Point at(double t, double out) {
        double c = Math.cos(t);
        double s = Math.sin(t);
        double nx = c / a;
        double ny = s / b;
        double n = Math.hypot(nx, ny);
        double u = a * c + out * nx / n;
        double v = b * s + out * ny / n;
        double ca = Math.cos(angle);
        double sa = Math.sin(angle);
        return new Point(x + u * ca - v * sa, y + u * sa + v * ca);
    }

    /** Where {@code p} lies: 0 in the centre, 1 on the ellipse. */
    double radiusOf(Point p) {
        double dx = p.x() - x;
        double dy = p.y() - y;
        double u = dx * Math.cos(angle) + dy * Math.sin(angle);
        double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
        return Math.hypot(u / a, v / b);
    }

    double area() {
        return Math.PI * a * b;
    }

    double aspect() {
        return a / b;
    }

    /** This oval with its axes in order, longer first. */
    Oval ordered() {
        return a >= b ? this : new Oval(x, y, b, a, angle + Math.PI / 2);
    }
}

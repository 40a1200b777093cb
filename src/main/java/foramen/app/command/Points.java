package foramen.app.command;

import foramen.domain.annotation.Shape;
import foramen.domain.clip.KnownLength;
import foramen.geometry.Ellipse;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.geometry.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Points on the command line: {@code "x,y x,y …"} in continuous image pixels. */
final class Points {
    private Points() {}

    static List<Point> parse(String text) {
        List<Point> points = new ArrayList<>();
        for (String pair : text.strip().split("[\\s;]+")) {
            String[] xy = pair.split(",", -1);
            if (xy.length != 2) {
                throw new TypeConversionException(
                        "'" + pair + "' is not a point; write x,y in pixels, such as 120.5,88");
            }
            try {
                points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + pair + "' is not a point; write x,y in pixels, such as 120.5,88");
            }
        }
        return points;
    }

    /** Reads one point. */
    static final class One implements ITypeConverter<Point> {
        @Override
        public Point convert(String text) {
            List<Point> points = parse(text);
            if (points.size() != 1) {
                throw new TypeConversionException("one point is expected, not " + points.size());
            }
            return points.getFirst();
        }
    }

    /** Points in a row. */
    record Row(List<Point> points) {
        Row {
            points = List.copyOf(points);
        }
    }

    /** Reads points in a row. */
    static final class Several implements ITypeConverter<Row> {
        @Override
        public Row convert(String text) {
            return new Row(parse(text));
        }
    }

    /** Reads a line between two points. */
    static final class Line implements ITypeConverter<Segment> {
        @Override
        public Segment convert(String text) {
            List<Point> points = parse(text);
            if (points.size() != 2) {
                throw new TypeConversionException("a length needs two points, not " + points.size());
            }
            return new Segment(points.get(0), points.get(1));
        }
    }

    /** Reads two calipers, A×B. */
    static final class Axes implements ITypeConverter<Shape.Bidirectional> {
        @Override
        public Shape.Bidirectional convert(String text) {
            List<Point> p = parse(text);
            if (p.size() != 4) {
                throw new TypeConversionException("two calipers need four points, not " + p.size());
            }
            return new Shape.Bidirectional(new Segment(p.get(0), p.get(1)), new Segment(p.get(2), p.get(3)));
        }
    }

    /** Reads an ellipse: both ends of one axis, and a point as far from it as the ellipse reaches. */
    static final class Oval implements ITypeConverter<Ellipse> {
        @Override
        public Ellipse convert(String text) {
            List<Point> p = parse(text);
            if (p.size() != 3) {
                throw new TypeConversionException("an ellipse needs three points, not " + p.size());
            }
            Point along = p.get(1).minus(p.get(0));
            Point out = p.get(2).minus(p.get(0));
            double minor = Math.abs(along.x() * out.y() - along.y() * out.x()) / along.length();
            if (!(minor > 0)) {
                throw new TypeConversionException(
                        "an ellipse needs two ends apart and a third point beside their line");
            }
            return Ellipse.on(new Segment(p.get(0), p.get(1)), minor);
        }
    }

    /** Reads an outline. */
    static final class Outline implements ITypeConverter<Polygon> {
        @Override
        public Polygon convert(String text) {
            List<Point> points = parse(text);
            if (points.size() > 3 && points.getFirst().equals(points.getLast())) {
                points.removeLast();
            }
            if (points.size() < 3) {
                throw new TypeConversionException("an outline needs three points or more, not " + points.size());
            }
            return new Polygon(points);
        }
    }

    /** Reads a line of known length, such as {@code 120,40,120,440=40mm} or {@code …=4cm}. */
    static final class Known implements ITypeConverter<KnownLength> {
        private static final Pattern FORM = Pattern.compile("([^=]+)=\\s*([0-9.]+)\\s*(mm|cm)");

        @Override
        public KnownLength convert(String text) {
            Matcher m = FORM.matcher(text.strip());
            String[] xy = m.matches() ? m.group(1).strip().split("[\\s,]+") : new String[0];
            if (xy.length != 4) {
                throw new TypeConversionException("'" + text
                        + "' is no known length; write x1,y1,x2,y2=LENGTH with mm or cm, such as 120,40,120,440=40mm");
            }
            try {
                double[] at = Arrays.stream(xy).mapToDouble(Double::parseDouble).toArray();
                double mm = Double.parseDouble(m.group(2)) * (m.group(3).equals("cm") ? 10 : 1);
                return new KnownLength(new Segment(new Point(at[0], at[1]), new Point(at[2], at[3])), mm);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text
                        + "' is no known length; both ends in pixels and a length of more than 0 are needed");
            }
        }
    }
}

package foramen.app.command;

import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A structure told on the command line.
 *
 * @param frame on which frame, from 1; empty for the one the command is about
 * @param id which structure
 * @param shape an outline; of bone a line; a point where there is one alone
 */
record Structures(Optional<Integer> frame, String id, Shape shape) {
    /** Reads {@code [N:]ID=x,y x,y …}. */
    static final class One implements ITypeConverter<Structures> {
        private static final Pattern FORM = Pattern.compile("(?:(\\d{1,6}):)?([a-z-]+)=(.+)");

        @Override
        public Structures convert(String text) {
            Matcher m = FORM.matcher(text.strip());
            if (!m.matches()) {
                throw new TypeConversionException("'" + text
                        + "' is no structure; write ID=\"x,y x,y …\", such as vessel=\"10,20 14,20 14,26\"");
            }
            return new Structures(Optional.ofNullable(m.group(1)).map(Integer::valueOf), m.group(2),
                    shape(m.group(2), Points.parse(m.group(3))));
        }

        private static Shape shape(String id, List<Point> points) {
            return switch (points.size()) {
                case 1 -> new Shape.Marker(points.getFirst());
                case 2 -> new Shape.Polyline(points);
                default -> id.equals("bone") || id.equals("ischial-spine")
                        ? new Shape.Polyline(points)
                        : new Shape.Outline(new Polygon(points));
            };
        }
    }
}

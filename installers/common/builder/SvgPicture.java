import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Paints the few shapes our icon is drawn with: rectangles, circles and paths of M, L, C and Z (SVG 1.1, chapters 8, 9). */
final class SvgPicture {
    private static final double SIDE = 256;

    private final Document document;

    private SvgPicture(Document document) {
        this.document = document;
    }

    /** Reads {@code file}, whose view box is a square of 256. */
    static SvgPicture read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new SvgPicture(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no SVG: " + e.getMessage(), e);
        }
    }

    /** The picture on a transparent square of {@code side} pixels. */
    BufferedImage paint(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(side / SIDE, side / SIDE);
        for (Node n = document.getDocumentElement().getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && !e.getTagName().equals("title")) {
                paint(g, e, shape(e));
            }
        }
        g.dispose();
        return image;
    }

    private static void paint(Graphics2D g, Element e, Shape shape) {
        if (e.hasAttribute("fill")) {
            g.setColor(Color.decode(e.getAttribute("fill")));
            g.fill(shape);
        }
        if (e.hasAttribute("stroke")) {
            g.setColor(Color.decode(e.getAttribute("stroke")));
            g.setStroke(new BasicStroke((float) number(e, "stroke-width"), BasicStroke.CAP_ROUND,
                    BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
    }

    private static Shape shape(Element e) {
        return switch (e.getTagName()) {
            case "rect" -> new RoundRectangle2D.Double(number(e, "x"), number(e, "y"), number(e, "width"),
                    number(e, "height"), 2 * number(e, "rx"), 2 * number(e, "rx"));
            case "circle" -> new Ellipse2D.Double(number(e, "cx") - number(e, "r"), number(e, "cy") - number(e, "r"),
                    2 * number(e, "r"), 2 * number(e, "r"));
            case "path" -> path(e.getAttribute("d"));
            default -> throw new IllegalArgumentException("the icon may not hold a " + e.getTagName());
        };
    }

    private static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        try (Scanner s = new Scanner(data)) {
            while (s.hasNext()) {
                String command = s.next();
                switch (command) {
                    case "M" -> path.moveTo(next(s), next(s));
                    case "L" -> path.lineTo(next(s), next(s));
                    case "C" -> path.curveTo(next(s), next(s), next(s), next(s), next(s), next(s));
                    case "Z" -> path.closePath();
                    default -> throw new IllegalArgumentException("the icon's paths may not hold " + command);
                }
            }
        }
        return path;
    }

    private static double next(Scanner s) {
        return Double.parseDouble(s.next());
    }

    private static double number(Element e, String name) {
        return Double.parseDouble(e.getAttribute(name));
    }
}

package foramen.journey;

import foramen.ui.support.Contrast;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** The contrast of every text in sight against what is painted behind it, read off the scene as it is. */
final class SeenContrast {
    private SeenContrast() {}

    /** Adds to {@code weak} each text below {@code node} with less contrast than {@code least}; disabled ones may have. */
    static void below(Node node, double least, Set<String> weak) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            Color ground = ground(text);
            double contrast = Contrast.between(rgb(over(fill, ground)), rgb(ground));
            // An icon is no text: it has to be seen, not read (WCAG 1.4.11).
            if (contrast < (text instanceof FontIcon ? 3 : least)) {
                weak.add(String.format(java.util.Locale.ROOT, "%s %s on %s: %.2f", text.getText(), fill, ground,
                        contrast) + " in " + text.getParent().getStyleClass());
            }
        }
        if (node instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> below(c, least, weak));
        }
    }

    private static Color ground(Node node) {
        Parent parent = node.getParent();
        if (parent == null) {
            return Color.BLACK;
        }
        Color behind = null;
        if (parent instanceof Region r && r.getBackground() != null) {
            for (BackgroundFill f : r.getBackground().getFills()) {
                Paint paint = f.getFill();
                if (paint instanceof Color c && c.getOpacity() > 0) {
                    behind = behind == null ? c : over(c, behind);
                }
            }
        }
        if (behind != null && behind.getOpacity() >= 1) {
            return behind;
        }
        Color further = ground(parent);
        return behind == null ? further : over(behind, further);
    }

    private static Color over(Color top, Color bottom) {
        double a = top.getOpacity() + bottom.getOpacity() * (1 - top.getOpacity());
        double k = a == 0 ? 0 : top.getOpacity() / a;
        return new Color(top.getRed() * k + bottom.getRed() * (1 - k), top.getGreen() * k + bottom.getGreen() * (1 - k),
                top.getBlue() * k + bottom.getBlue() * (1 - k), Math.min(1, a));
    }

    private static int rgb(Color c) {
        return (int) Math.round(c.getRed() * 255) << 16 | (int) Math.round(c.getGreen() * 255) << 8
                | (int) Math.round(c.getBlue() * 255);
    }
}

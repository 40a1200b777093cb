package foramen.report;

import foramen.domain.clip.Frame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** All pictures of the image set on one, in order; one that is missing keeps its place and says why. */
final class ContactSheet {
    private static final int COLUMNS = 2;
    private static final int CELL = 800;
    private static final int GAP = 32;
    private static final int LABEL = 44;
    private static final int HEAD = 96;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x14191F);
    private static final Color QUIET = new Color(0x4A5663);
    private static final Color LINE = new Color(0x9AA5B1);

    private final Typefaces typefaces;

    ContactSheet(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * The sheet.
     *
     * @param title its heading, which names the case and not the patient
     * @param pictures the pictures, annotated ones are shown
     */
    BufferedImage paint(String title, List<SetPictures.Marked> pictures) {
        int rows = Math.ceilDiv(pictures.size(), COLUMNS);
        int high = pictures.stream().flatMap(p -> p.pair().stream()).mapToInt(p -> height(p.annotated())).max()
                .orElse(CELL * 3 / 4);
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL + (COLUMNS + 1) * GAP,
                HEAD + rows * (high + LABEL + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.setColor(PAPER);
            g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            text(g, title, typefaces.bold(), 30, INK, GAP, 58, sheet.getWidth() - 2 * GAP);
            for (int i = 0; i < pictures.size(); i++) {
                cell(g, pictures.get(i), GAP + i % COLUMNS * (CELL + GAP), HEAD + i / COLUMNS * (high + LABEL + GAP),
                        high);
            }
        } finally {
            g.dispose();
        }
        return sheet;
    }

    private static int height(Frame frame) {
        return Math.toIntExact(Math.round((double) CELL * frame.rows() / frame.columns()));
    }

    private void cell(Graphics2D g, SetPictures.Marked marked, int x, int y, int high) {
        String label = marked.role().number() + "  " + marked.role().label();
        text(g, label, typefaces.medium(), 22, INK, x, y + 28, CELL);
        int top = y + LABEL;
        if (marked.pair().isPresent()) {
            Frame frame = marked.pair().get().annotated();
            BufferedImage shrunk = shrunk(PngImages.picture(frame), CELL, height(frame));
            g.drawImage(shrunk, x, top, null);
        } else {
            g.setColor(LINE);
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{8, 8}, 0));
            g.drawRect(x, top, CELL - 1, high - 1);
            text(g, "Missing", typefaces.bold(), 24, INK, x + 24, top + 48, CELL - 48);
            text(g, marked.why(), typefaces.regular(), 20, QUIET, x + 24, top + 80, CELL - 48);
        }
    }

    /** By halves first, so that thin lines and small letters do not fall between the samples. */
    private static BufferedImage shrunk(BufferedImage picture, int width, int height) {
        BufferedImage now = picture;
        while (now.getWidth() > 2 * width) {
            now = scaled(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return scaled(now, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = to.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(picture, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return to;
    }

    private void text(Graphics2D g, String words, Font face, int size, Color colour, int x, int baseline, int room) {
        Font font = face.deriveFont((float) size);
        String shown = typefaces.displayable(words);
        double wide = g.getFontMetrics(font).stringWidth(shown);
        g.setFont(wide > room ? font.deriveFont((float) (size * room / wide)) : font);
        g.setColor(colour);
        g.drawString(shown, x, baseline);
    }
}

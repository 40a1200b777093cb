import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Keeps the screen of a virtual X server as a PNG and prints how many of a hundred pixels in its middle are lit, which
 * is few before a clip is shown and most once it is:
 * {@code java Screenshot.java FOLDER/Xvfb_screen0 OUT.png}. The file is an X window dump (XWDFile.h of X11), true colour.
 */
final class Screenshot {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int BYTE_ORDER = 28;
    private static final int BITS_PER_PIXEL = 44;
    private static final int BYTES_PER_LINE = 48;
    private static final int COLOURS = 76;
    private static final int COLOUR_BYTES = 12;
    /** Greener than this is lit; the window's own grounds are darker. */
    private static final int DARK = 40;

    private Screenshot() {}

    /** Reads, writes and counts. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(Path.of(args[0])));
        if (dump.getInt(BITS_PER_PIXEL) != 32) {
            throw new IOException("the screen has " + dump.getInt(BITS_PER_PIXEL) + " bits a pixel; start it with 24 planes");
        }
        int first = dump.getInt(0) + dump.getInt(COLOURS) * COLOUR_BYTES;
        int width = dump.getInt(WIDTH);
        int height = dump.getInt(HEIGHT);
        int line = dump.getInt(BYTES_PER_LINE);
        boolean little = dump.getInt(BYTE_ORDER) == 0;
        dump.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int lit = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = dump.getInt(first + y * line + 4 * x) & 0xFFFFFF;
                image.setRGB(x, y, rgb);
                boolean middle = x >= width / 4 && x < width - width / 4 && y >= height / 4 && y < height - height / 4;
                lit += middle && (rgb >> 8 & 0xFF) > DARK ? 1 : 0;
            }
        }
        ImageIO.write(image, "png", Path.of(args[1]).toFile());
        System.out.println(100L * lit / ((width - width / 4 - width / 4) * (height - height / 4 - height / 4)));
    }
}

package foramen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import foramen.domain.clip.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Pictures that were looked at, against which a test holds what is drawn now. They lie in {@code golden} beside the
 * resources of the test. Where one differs, expected, actual and difference stand side by side in
 * {@code target/golden}. With the system property {@code foramen.golden.renew=true} those that differ are written anew.
 *
 * <p>Lines and fills come out of Java code and are the same on every machine, so each of their pixels is compared. Letters
 * come out of the machine's own font code, so they are compared by the mean colour of small squares: that finds a text that
 * is missing, in another place, size or colour, but not another word of the same length.
 */
public final class GoldenPictures {
    /** Set to renew what differs. */
    public static final String RENEW = "foramen.golden.renew";
    /** By how much a colour channel of a line may differ, of 255: antialiasing may round otherwise in a later JDK. */
    private static final int CHANNEL = 16;
    /** In how many pixels more is no difference; one dash has more than these. */
    private static final int SPARED = 4;
    /** How far letters may lie outside of where this machine puts them, in pixels. */
    private static final int REACH = 3;
    private static final int SQUARE = 16;
    /** A square with fewer pixels of letters says nothing. */
    private static final int LEAST = 24;
    private static final int MEAN = 32;
    private static final int GAP = 4;
    private static final int RED = 0xFFFF0000;
    private static final int[] SHIFTS = {16, 8, 0};

    private final Class<?> test;

    /** @param test the test whose pictures they are */
    public GoldenPictures(Class<?> test) {
        this.test = test;
    }

    /** Fails where {@code now} does not look like the picture {@code name}; there is no text in it. */
    public void check(String name, Frame now) throws IOException {
        check(name, now, now);
    }

    /**
     * Fails where {@code now} does not look like the picture {@code name}.
     *
     * @param now what is drawn now
     * @param wordless the same without its texts, which tells where they are
     */
    public void check(String name, Frame now, Frame wordless) throws IOException {
        Optional<Frame> then = read(name);
        Optional<String> found = then.isEmpty()
                ? Optional.of("has no golden picture yet")
                : difference(then.get(), now, wordless);
        if (found.isEmpty()) {
            return;
        }
        if (Boolean.getBoolean(RENEW)) {
            write(now, place(name));
            return;
        }
        Path shown = Path.of("target", "golden", test.getSimpleName() + "-" + name + ".png");
        write(beside(then.orElse(now), now, marked(then.orElse(now), now, wordless)), shown);
        fail(name + " " + found.get() + "; expected, actual and difference stand side by side in " + shown
                + ". If it is meant to look so: mvn test -Dtest='*GoldenTest' -D" + RENEW
                + "=true, then look at each picture before it is committed.");
    }

    /** What differs, in words. */
    static Optional<String> difference(Frame then, Frame now, Frame wordless) {
        assertEquals(now.columns() + " × " + now.rows(), wordless.columns() + " × " + wordless.rows());
        if (then.columns() != now.columns() || then.rows() != now.rows()) {
            return Optional.of("is " + now.columns() + " × " + now.rows() + " pixels large instead of "
                    + then.columns() + " × " + then.rows());
        }
        boolean[] off = off(then, now, texts(now, wordless));
        int lines = count(off);
        if (lines > SPARED) {
            int first = IntStream.range(0, off.length).filter(i -> off[i]).findFirst().orElseThrow();
            return Optional.of("differs in " + lines + " pixels of lines, fills or picture, the first at "
                    + first % now.columns() + ", " + first / now.columns());
        }
        return word(then, now, texts(now, wordless));
    }

    private static boolean[] off(Frame then, Frame now, boolean[] texts) {
        boolean[] off = new boolean[texts.length];
        for (int i = 0; i < off.length; i++) {
            for (int shift : SHIFTS) {
                off[i] |= !texts[i]
                        && Math.abs(channel(then.argb()[i], shift) - channel(now.argb()[i], shift)) > CHANNEL;
            }
        }
        return off;
    }

    private static int count(boolean[] all) {
        int count = 0;
        for (boolean one : all) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Where letters are or, on another machine, may be. */
    private static boolean[] texts(Frame now, Frame wordless) {
        boolean[] texts = new boolean[now.argb().length];
        for (int i = 0; i < texts.length; i++) {
            if (now.argb()[i] != wordless.argb()[i]) {
                int x = i % now.columns();
                int y = i / now.columns();
                for (int v = Math.max(0, y - REACH); v <= Math.min(now.rows() - 1, y + REACH); v++) {
                    for (int u = Math.max(0, x - REACH); u <= Math.min(now.columns() - 1, x + REACH); u++) {
                        texts[v * now.columns() + u] = true;
                    }
                }
            }
        }
        return texts;
    }

    /** The first square whose letters differ. */
    private static Optional<String> word(Frame then, Frame now, boolean[] texts) {
        for (int top = 0; top < now.rows(); top += SQUARE) {
            for (int left = 0; left < now.columns(); left += SQUARE) {
                if (differs(then, now, texts, left, top)) {
                    return Optional.of("differs in a text near " + left + ", " + top);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean differs(Frame then, Frame now, boolean[] texts, int left, int top) {
        int count = 0;
        int[] sums = new int[SHIFTS.length];
        for (int y = top; y < Math.min(top + SQUARE, now.rows()); y++) {
            for (int x = left; x < Math.min(left + SQUARE, now.columns()); x++) {
                int i = y * now.columns() + x;
                if (texts[i]) {
                    count++;
                    for (int c = 0; c < SHIFTS.length; c++) {
                        sums[c] += channel(then.argb()[i], SHIFTS[c]) - channel(now.argb()[i], SHIFTS[c]);
                    }
                }
            }
        }
        for (int sum : sums) {
            if (count >= LEAST && Math.abs(sum) > MEAN * count) {
                return true;
            }
        }
        return false;
    }

    private static int channel(int argb, int shift) {
        return argb >> shift & 0xFF;
    }

    /** What was expected, faint, with what differs in red. */
    private static Frame marked(Frame then, Frame now, Frame wordless) {
        boolean same = then.columns() == now.columns() && then.rows() == now.rows();
        boolean[] texts = texts(now, wordless);
        boolean[] off = same ? off(then, now, texts) : new boolean[texts.length];
        int[] argb = new int[off.length];
        for (int i = 0; i < argb.length; i++) {
            int x = i % now.columns() / SQUARE * SQUARE;
            int y = i / now.columns() / SQUARE * SQUARE;
            boolean red = off[i] || (same && texts[i] && differs(then, now, texts, x, y));
            argb[i] = red ? RED : 0xFF000000 | (now.argb()[i] >> 1 & 0x7F7F7F);
        }
        return new Frame(now.columns(), now.rows(), argb);
    }

    private static Frame beside(Frame... pictures) {
        int columns = -GAP;
        int rows = 0;
        for (Frame p : pictures) {
            columns += p.columns() + GAP;
            rows = Math.max(rows, p.rows());
        }
        int[] argb = new int[columns * rows];
        int left = 0;
        for (Frame p : pictures) {
            for (int y = 0; y < p.rows(); y++) {
                System.arraycopy(p.argb(), y * p.columns(), argb, y * columns + left, p.columns());
            }
            left += p.columns() + GAP;
        }
        return new Frame(columns, rows, argb);
    }

    /** Among the sources, so that what is compared is what is renewed. */
    private Path place(String name) {
        return Path.of("src", "test", "resources", test.getPackageName().replace('.', '/'), "golden", name + ".png");
    }

    private Optional<Frame> read(String name) throws IOException {
        return Files.exists(place(name)) ? Optional.of(of(ImageIO.read(place(name).toFile()))) : Optional.empty();
    }

    /** The pixels of {@code image}, opaque. */
    public static Frame of(BufferedImage image) {
        int columns = image.getWidth();
        int[] argb = image.getRGB(0, 0, columns, image.getHeight(), null, 0, columns);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xFF000000;
        }
        return new Frame(columns, image.getHeight(), argb);
    }

    private static void write(Frame picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.columns(), picture.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.columns(), picture.rows(), picture.argb(), 0, picture.columns());
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}

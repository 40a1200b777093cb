package foramen.bench;

import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.dicom.write.UltrasoundObject;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The clip that the measurements share: 1024 × 768, a fan of moving speckle with a colour flow box and a grey bar on
 * black, 60 frames a second. The same pixels each time.
 */
public final class BenchClip {
    static final int COLUMNS = 1024;
    static final int ROWS = 768;
    static final int FRAMES = 300;
    static final double FRAME_MILLIS = 1000.0 / 60;

    private static final int GRAINS = 1 << 16;

    private final byte[] speckle = new byte[GRAINS];

    BenchClip() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < GRAINS; i++) {
            // Log-compressed Rayleigh amplitudes look like speckle.
            double amplitude = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            speckle[i] = (byte) Math.clamp(Math.round(90 + 40 * Math.log(amplitude + 0.05)), 0, 255);
        }
    }

    /** Writes a clip: file, number of frames, encoding. Beyond 60 frames the pictures come again, which no codec sees. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]), PixelEncoding.valueOf(args[2]), 60);
    }

    /** Writes a clip of {@code frames} frames, each another. */
    static void write(Path file, int frames, PixelEncoding encoding) throws IOException {
        write(file, frames, encoding, frames);
    }

    private static void write(Path file, int frames, PixelEncoding encoding, int different) throws IOException {
        BenchClip clip = new BenchClip();
        Frame[] made = new Frame[different];
        UltrasoundObject like = UltrasoundFixtures.object("bench");
        UltrasoundObject object = new UltrasoundObject(like.patient(), like.uids(), like.acquired(), like.scanner(),
                like.study(), like.laterality(), like.regions(), FRAME_MILLIS);
        new UltrasoundMultiframeWriter().write(file, object, frames, i -> {
            int picture = i % different;
            if (different == frames) {
                return clip.frame(i);
            }
            made[picture] = made[picture] == null ? clip.frame(picture) : made[picture];
            return made[picture];
        }, encoding);
    }

    /** Frame {@code number}, from 0. */
    Frame frame(int number) {
        int[] argb = new int[COLUMNS * ROWS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                argb[y * COLUMNS + x] = 0xFF000000 | pixel(x, y, number);
            }
        }
        return new Frame(COLUMNS, ROWS, argb);
    }

    private int pixel(int x, int y, int number) {
        if (x >= 990 && x < 1010 && y >= 100 && y < 356) {
            return 0x010101 * (355 - y);
        }
        double depth = Math.hypot(x - 512, y + 260) - 330;
        double angle = Math.atan2(x - 512, y + 260);
        if (depth < 0 || depth > 660 || Math.abs(angle) > 0.55) {
            return 0;
        }
        double layers = 0.75 + 0.25 * Math.sin(depth / 23 + 0.15 * Math.sin(angle * 9) + number * 0.02);
        int grey = (int) Math.clamp(grain(depth + number * 0.4, angle * 420) * layers, 0.0, 255.0);
        double flow = Math.hypot(x - 560, (y - 380) * 1.4);
        if (flow < 70 + 6 * Math.sin(number * 0.2)) {
            int strength = (int) (255 - 2 * flow);
            return ((strength / 3) << 8) | (x > 560 ? strength << 16 : strength);
        }
        return 0x010101 * grey;
    }

    /** Grains about three pixels wide, smooth between them. */
    private double grain(double range, double across) {
        double u = range / 2.2;
        double v = across / 3;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        double a = u - i;
        double b = v - j;
        return (1 - a) * ((1 - b) * at(i, j) + b * at(i, j + 1)) + a * ((1 - b) * at(i + 1, j) + b * at(i + 1, j + 1));
    }

    private int at(int i, int j) {
        return speckle[((i * 0x9E3779B1 + j * 0x85EBCA6B) >>> 16) & (GRAINS - 1)] & 0xFF;
    }
}

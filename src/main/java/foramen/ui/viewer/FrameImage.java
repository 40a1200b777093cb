package foramen.ui.viewer;

import foramen.domain.clip.Frame;
import java.nio.IntBuffer;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** The picture on its way to the screen: one buffer, used again for every frame of the same size. */
final class FrameImage {
    private final int columns;
    private final int rows;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;
    private @Nullable Frame shown;
    private WindowLevel through = WindowLevel.NEUTRAL;
    private PictureLook as = PictureLook.PLAIN;
    private final PictureScaler scaler;
    private Optional<Scaled> scaled = Optional.empty();

    /** The pixels at the size of a view. */
    private record Scaled(int width, int height, IntBuffer pixels, PixelBuffer<IntBuffer> buffer, Image image) {
        static Scaled of(int width, int height) {
            IntBuffer pixels = IntBuffer.allocate(width * height);
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, pixels,
                    PixelFormat.getIntArgbPreInstance());
            return new Scaled(width, height, pixels, buffer, new WritableImage(buffer));
        }
    }

    FrameImage(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        pixels = new int[columns * rows];
        // Opaque pixels are the same whether premultiplied or not, and this is the one format a buffer may have.
        buffer = new PixelBuffer<>(columns, rows, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
        scaler = new PictureScaler(columns, rows);
    }

    boolean fits(Frame frame) {
        return frame.columns() == columns && frame.rows() == rows;
    }

    void show(Frame frame, WindowLevel window, PictureLook look) {
        // Zooming and panning paint the same pixels again.
        if (frame == shown && window.equals(through) && look.equals(as)) {
            return;
        }
        shown = frame;
        through = window;
        as = look;
        look.apply(frame, window, pixels);
        buffer.updateBuffer(b -> null);
    }

    Image image() {
        return image;
    }

    /** The picture at the pixels of a view of that size. */
    Image scaled(ViewTransform view, int width, int height) {
        Scaled to = scaled.filter(s -> s.width() == width && s.height() == height)
                .orElseGet(() -> Scaled.of(width, height));
        scaled = Optional.of(to);
        scaler.scale(pixels, view, to.pixels().array(), width, height);
        to.buffer().updateBuffer(b -> null);
        return to.image();
    }
}

package foramen.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** How a single picture is stored, 8 bits a channel. */
public enum PictureFormat {
    /** Pixel for pixel. */
    PNG("png") {
        @Override
        void configure(ImageWriteParam param) {
            // The writer's own choice is the right one.
        }
    },
    /** For mail and slides: near the original, but not for measuring grey. */
    JPEG("jpeg") {
        @Override
        void configure(ImageWriteParam param) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(JPEG_QUALITY);
        }
    },
    /** Pixel for pixel, packed by LZW, which every reader of TIFF knows. */
    TIFF("tiff") {
        @Override
        void configure(ImageWriteParam param) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("LZW");
        }
    };

    /** Differences from the original stay below what the eye sees on speckle (engineering default). */
    private static final float JPEG_QUALITY = 0.95f;

    private final String format;

    PictureFormat(String format) {
        this.format = format;
    }

    abstract void configure(ImageWriteParam param);

    /**
     * Writes a picture; {@code out} stays open.
     *
     * @param software what made it, kept beside the pixels
     */
    void write(BufferedImage picture, String software, OutputStream out) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new IOException("This Java runtime cannot write " + name()
                    + "; use the one that comes with the planner.");
        }
        ImageWriter writer = writers.next();
        // Whole in memory first: the encoder would hide why the file cannot be written behind a sentence of its own.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(whole)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            configure(param);
            var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), param);
            PrintSize.set(metadata, this);
            MadeBy.set(metadata, this, software);
            writer.write(null, new IIOImage(picture, null, metadata), param);
        } finally {
            writer.dispose();
        }
        try {
            whole.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new IOException("The picture could not be written: " + e.getMessage(), e);
        }
    }
}

package foramen.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Supplier;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** JPEG by the JDK's own libjpeg: integer transforms, so the same bytes give the same pixels everywhere. */
public final class ImageIoJpeg implements JpegCodec {
    private static final String NATIVE_FORMAT = "javax_imageio_jpeg_image_1.0";

    @Override
    public Raw decode(byte[] stream) throws CodecException {
        JpegHeader header = JpegHeader.parse(stream);
        if (!header.isDecodable() || header.precision() != 8) {
            throw new CodecException("it is " + header.kind());
        }
        ImageReader reader = first(ImageIO.getImageReadersByFormatName("jpeg"), () -> "this Java has no JPEG decoder");
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(JpegMarkers.bare(stream, header)))) {
            reader.setInput(input, true, true);
            return new Raw(header, interleaved(reader.readRaster(0, null), header));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException
                | NegativeArraySizeException e) {
            throw new CodecException("its JPEG picture is damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] interleaved(Raster raster, JpegHeader header) throws CodecException {
        int n = header.components().size();
        if (raster.getNumBands() != n || raster.getWidth() != header.columns() || raster.getHeight() != header.rows()) {
            throw new CodecException("its JPEG picture is not of the size that it declares");
        }
        int bytes = Math.multiplyExact(Math.multiplyExact(header.columns(), header.rows()), n);
        if (raster.getDataBuffer() instanceof DataBufferByte b && b.getNumBanks() == 1 && b.getData().length == bytes
                && raster.getSampleModel() instanceof java.awt.image.ComponentSampleModel m && inOrder(m)) {
            return b.getData();
        }
        byte[] samples = new byte[bytes];
        int[] row = new int[header.columns() * n];
        for (int y = 0; y < header.rows(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, header.columns(), 1, row);
            for (int i = 0; i < row.length; i++) {
                samples[y * row.length + i] = (byte) row[i];
            }
        }
        return samples;
    }

    private static boolean inOrder(java.awt.image.ComponentSampleModel model) {
        int[] offsets = model.getBandOffsets();
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] != i) {
                return false;
            }
        }
        return model.getPixelStride() == offsets.length;
    }

    @Override
    public byte[] encode(int[] argb, int columns, int rows, double quality, Chroma chroma) throws CodecException {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        return write(image, quality, chroma);
    }

    @Override
    public byte[] encodeGrey(byte[] grey, int columns, int rows, double quality) throws CodecException {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, columns, rows, grey);
        return write(image, quality, Chroma.FULL);
    }

    private static byte[] write(BufferedImage image, double quality, Chroma chroma) throws CodecException {
        ImageWriter writer = first(ImageIO.getImageWritersByFormatName("jpeg"), () -> "this Java has no JPEG encoder");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
            sample(metadata, chroma);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException e) {
            throw new CodecException("the JPEG encoder failed", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Sets the sampling factors of the first component; the others keep 1. */
    private static void sample(IIOMetadata metadata, Chroma chroma) throws IIOInvalidTreeException {
        Node root = metadata.getAsTree(NATIVE_FORMAT);
        if (root instanceof Element tree) {
            var components = tree.getElementsByTagName("componentSpec");
            for (int i = 0; i < components.getLength(); i++) {
                if (components.item(i) instanceof Element c) {
                    int horizontal = i == 0 && components.getLength() == 3 ? chroma.horizontal() : 1;
                    c.setAttribute("HsamplingFactor", Integer.toString(horizontal));
                    c.setAttribute("VsamplingFactor", "1");
                }
            }
            metadata.setFromTree(NATIVE_FORMAT, root);
        }
    }

    private static <T> T first(Iterator<T> found, Supplier<String> otherwise) throws CodecException {
        if (!found.hasNext()) {
            throw new CodecException(otherwise.get());
        }
        return found.next();
    }
}

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes the icon set from the drawing: {@code java installers/common/builder/Icons.java SVG FOLDER}.
 *
 * <p>The same drawing gives the same bytes. ICO holds PNG pictures (as Windows reads them since Vista), ICNS the types
 * {@code icp4} to {@code ic10}, whose data are PNG too.
 */
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("icp6", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic08", 256);
        ICNS.put("ic09", 512);
        ICNS.put("ic10", 1024);
    }

    private Icons() {}

    /** Makes the set. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        make(Path.of(args[0]), Path.of(args[1]));
    }

    /** Makes {@code foramen-N.png}, {@code foramen.ico} and {@code foramen.icns} in {@code folder}. */
    static void make(Path drawing, Path folder) throws IOException {
        SvgPicture picture = SvgPicture.read(drawing);
        Files.createDirectories(folder);
        for (int side : SIZES) {
            Files.write(folder.resolve("foramen-" + side + ".png"), png(picture, side));
        }
        Files.write(folder.resolve("foramen.ico"), ico(picture));
        Files.write(folder.resolve("foramen.icns"), icns(picture));
    }

    private static byte[] png(SvgPicture picture, int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(picture.paint(side), "png", out);
        return out.toByteArray();
    }

    private static byte[] ico(SvgPicture picture) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * ICO.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        for (int side : ICO) {
            byte[] png = png(picture, side);
            // A side of 256 is written as nought.
            head.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(head.capacity() + pictures.size());
            pictures.writeBytes(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] icns(SvgPicture picture) throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(entries);
        for (Map.Entry<String, Integer> entry : ICNS.entrySet()) {
            byte[] png = png(picture, entry.getValue());
            data.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            data.writeInt(8 + png.length);
            data.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + entries.size());
        entries.writeTo(out);
        return all.toByteArray();
    }
}

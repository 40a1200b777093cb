package foramen.report;

import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/** Says in a picture file how many dots an inch it is meant to be printed at; what is measured never comes from that. */
final class PrintSize {
    /** What journals ask of pictures in tones (engineering default). */
    static final int DOTS_PER_INCH = 300;

    private static final double METRES_PER_INCH = 0.0254;
    /** The width of text on A4. */
    private static final double LONG_SIDE_MM = 170;
    private static final int LARGEST_FACTOR = 8;

    private PrintSize() {}

    /** The whole factor by which a picture is enlarged so that its long side fills a page at that resolution. */
    static int factor(int columns, int rows) {
        int wanted = (int) Math.ceil(LONG_SIDE_MM / 1000 / METRES_PER_INCH * DOTS_PER_INCH);
        return Math.clamp(Math.ceilDiv(wanted, Math.max(columns, rows)), 1, LARGEST_FACTOR);
    }

    /** Puts the resolution into what is stored beside the pixels. */
    static void set(IIOMetadata metadata, PictureFormat format) throws IIOInvalidTreeException {
        switch (format) {
            case PNG -> png(metadata);
            case JPEG -> jpeg(metadata);
            case TIFF -> tiff(metadata);
        }
    }

    /** The chunk pHYs counts in dots a metre (PNG specification 11.3.4.3). */
    private static void png(IIOMetadata metadata) throws IIOInvalidTreeException {
        String perMetre = Long.toString(Math.round(DOTS_PER_INCH / METRES_PER_INCH));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(name);
        root.appendChild(size);
        metadata.mergeTree(name, root);
    }

    /** The marker APP0 of JFIF with unit 1 counts in dots an inch. */
    private static void jpeg(IIOMetadata metadata) throws IIOInvalidTreeException {
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
        if (root.getElementsByTagName("app0JFIF").item(0) instanceof IIOMetadataNode jfif) {
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Integer.toString(DOTS_PER_INCH));
            jfif.setAttribute("Ydensity", Integer.toString(DOTS_PER_INCH));
            metadata.setFromTree(name, root);
        }
    }

    private static void tiff(IIOMetadata metadata) throws IIOInvalidTreeException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        long[][] dots = {{DOTS_PER_INCH, 1}};
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), TIFFTag.TIFF_RATIONAL,
                1, dots));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), TIFFTag.TIFF_RATIONAL,
                1, dots));
        directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), TIFFTag.TIFF_SHORT,
                1, new char[]{BaselineTIFFTagSet.RESOLUTION_UNIT_INCH}));
        String name = metadata.getNativeMetadataFormatName();
        metadata.setFromTree(name, directory.getAsMetadata().getAsTree(name));
    }
}

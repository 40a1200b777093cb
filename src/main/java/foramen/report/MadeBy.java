package foramen.report;

import foramen.domain.delivery.ExportSubject;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/** Says in a picture file beside its pixels which version of the program made it, as every export does. */
final class MadeBy {
    private MadeBy() {}

    /** The program with its version, such as {@code Foramen 0.1.0}. */
    static String words(ExportSubject subject) {
        return "Foramen " + subject.softwareVersion();
    }

    /** Puts {@code software} where the format has a place for it. */
    static void set(IIOMetadata metadata, PictureFormat format, String software) throws IIOInvalidTreeException {
        switch (format) {
            case PNG -> png(metadata, software);
            case JPEG -> jpeg(metadata, software);
            case TIFF -> tiff(metadata, software);
        }
    }

    /** The chunk tEXt with the keyword Software (PNG specification 11.3.3.2). */
    private static void png(IIOMetadata metadata, String software) throws IIOInvalidTreeException {
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "Software");
        entry.setAttribute("value", software);
        IIOMetadataNode texts = new IIOMetadataNode("tEXt");
        texts.appendChild(entry);
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(name);
        root.appendChild(texts);
        metadata.mergeTree(name, root);
    }

    /** The marker COM (ITU-T T.81, B.2.4.5). */
    private static void jpeg(IIOMetadata metadata, String software) throws IIOInvalidTreeException {
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
        if (root.getElementsByTagName("markerSequence").item(0) instanceof IIOMetadataNode markers) {
            IIOMetadataNode comment = new IIOMetadataNode("com");
            comment.setAttribute("comment", software);
            markers.insertBefore(comment, markers.getFirstChild());
            metadata.setFromTree(name, root);
        }
    }

    /** The field Software, 305 (TIFF 6.0, section 8). */
    private static void tiff(IIOMetadata metadata, String software) throws IIOInvalidTreeException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        TIFFTag tag = BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_SOFTWARE);
        directory.addTIFFField(new TIFFField(tag, TIFFTag.TIFF_ASCII, 1, new String[]{software}));
        String name = metadata.getNativeMetadataFormatName();
        metadata.setFromTree(name, directory.getAsMetadata().getAsTree(name));
    }
}

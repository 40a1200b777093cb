package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomFile;
import java.util.List;

/**
 * What kind of DICOM object a file is, for {@code info}; texts and numbers that the file lacks are empty or 0.
 *
 * @param sopClassUid (0008,0016)
 * @param sopClassName its name, or {@code unknown SOP class}
 * @param transferSyntaxUid (0002,0010)
 * @param transferSyntaxName its name, or {@code unknown transfer syntax}
 * @param modality (0008,0060)
 * @param characterSet (0008,0005), terms joined by a backslash
 * @param rows (0028,0010)
 * @param columns (0028,0011)
 * @param statedFrames Number of Frames (0028,0008) as stated
 * @param photometric (0028,0004)
 * @param samplesPerPixel (0028,0002)
 * @param bitsStored (0028,0101)
 * @param burnedInAnnotation (0028,0301): YES, NO or empty where unknown, which for ultrasound means yes
 * @param lossy whether Lossy Image Compression (0028,2110) says so
 * @param elements how many elements the data set has at its top
 */
public record DicomDescription(String sopClassUid, String sopClassName, String transferSyntaxUid,
        String transferSyntaxName, String modality, String characterSet, int rows, int columns, int statedFrames,
        String photometric, int samplesPerPixel, int bitsStored, String burnedInAnnotation, boolean lossy,
        int elements) {
    /** Describes {@code file}. */
    static DicomDescription of(DicomFile file) {
        DataSet d = file.data();
        String sopClass = d.string(Tag.SOP_CLASS_UID).orElseGet(() -> file.meta().text(Tag.MEDIA_SOP_CLASS_UID));
        List<String> terms = d.strings(Tag.SPECIFIC_CHARACTER_SET);
        return new DicomDescription(sopClass, Uid.sopClassName(sopClass).orElse("unknown SOP class"),
                file.transferSyntaxUid(),
                file.transferSyntax().map(TransferSyntax::title).orElse("unknown transfer syntax"),
                d.text(Tag.MODALITY), String.join("\\", terms), d.integer(Tag.ROWS, 0), d.integer(Tag.COLUMNS, 0),
                d.integer(Tag.NUMBER_OF_FRAMES, 0), d.text(Tag.PHOTOMETRIC_INTERPRETATION),
                d.integer(Tag.SAMPLES_PER_PIXEL, 0), d.integer(Tag.BITS_STORED, 0), d.text(Tag.BURNED_IN_ANNOTATION),
                d.text(Tag.LOSSY_IMAGE_COMPRESSION).equals("01"), d.elements().size());
    }

    /** A UID as a sentence may repeat it: a damaged one can hold a name, a line break or a terminal's commands. */
    static String quotable(String uid) {
        return Uid.isValid(uid) ? uid : "unreadable UID";
    }

    /** The kind of object in a word or two, where it lacks the pixels. */
    String kindWithoutPicture() {
        return kind().contains("Image") ? kind() + " without pixels" : kind();
    }

    /** The kind of object in a word or two. */
    String kind() {
        return Uid.sopClassName(sopClassUid).map(n -> n.replace(" Storage", ""))
                .orElse(sopClassUid.isEmpty() ? "DICOM object" : "DICOM object of class " + quotable(sopClassUid));
    }

    /** The kind of object in the middle of a sentence, with its article. */
    String words() {
        if (sopClassUid.isEmpty()) {
            return "a DICOM object of an unstated kind";
        }
        String name = kind();
        return (name.matches("([AEIO]|Ul|MR|RT|XA|X-).*") ? "an " : "a ") + name;
    }
}

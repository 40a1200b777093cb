package foramen.dicom.deident;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.deident.Box;
import foramen.domain.deident.PixelPolicy;
import java.util.List;

/**
 * The mask that somebody drew for the screens of one kind of scanner.
 *
 * @param manufacturer (0008,0070)
 * @param model (0008,1090)
 * @param columns width of the screen
 * @param rows its height
 * @param kept what stays; empty for the regions of each file
 * @param boxes what is overwritten in any case
 */
public record ScannerMask(String manufacturer, String model, int columns, int rows, List<Box> kept, List<Box> boxes) {
    /** Copies the lists. */
    public ScannerMask {
        kept = List.copyOf(kept);
        boxes = List.copyOf(boxes);
    }

    /** The mask of a policy, for the scanner of a file. */
    static ScannerMask of(DataSet data, int columns, int rows, PixelPolicy policy) {
        return new ScannerMask(data.text(Tag.MANUFACTURER).strip(), data.text(Tag.MODEL_NAME).strip(), columns, rows,
                policy.kept(), policy.boxes());
    }

    /** Whether it is for the screens of the other one. */
    boolean isForSame(ScannerMask other) {
        return manufacturer.equalsIgnoreCase(other.manufacturer) && model.equalsIgnoreCase(other.model)
                && columns == other.columns && rows == other.rows;
    }

    /** Whether the scanner has a name at all; masks of nameless ones would be mistaken for each other. */
    boolean isNamed() {
        return !manufacturer.isEmpty() || !model.isEmpty();
    }
}

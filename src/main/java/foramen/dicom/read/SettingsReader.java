package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.clip.ScanSettings;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a clip was scanned (US Image Module, PS3.3 C.8.5.6). */
final class SettingsReader {
    private SettingsReader() {}

    static ScanSettings read(DataSet data) {
        String transducer = data.strings(Tag.TRANSDUCER_DATA).stream().map(String::strip).filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
        return new ScanSettings(transducer.isEmpty() ? data.text(Tag.TRANSDUCER_TYPE).strip() : transducer,
                number(data, Tag.MECHANICAL_INDEX), number(data, Tag.BONE_THERMAL_INDEX),
                number(data, Tag.CRANIAL_THERMAL_INDEX), number(data, Tag.SOFT_TISSUE_THERMAL_INDEX),
                number(data, Tag.DEPTH_OF_SCAN_FIELD));
    }

    /** What is no number is passed over: an index is shown as stated or not at all. */
    private static Optional<BigDecimal> number(DataSet data, int tag) {
        try {
            String text = data.text(tag).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text)).filter(v -> v.signum() >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

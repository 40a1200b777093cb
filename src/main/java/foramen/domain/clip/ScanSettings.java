package foramen.domain.clip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the file says about how it was scanned; documents have to show the output indices (AIUM documentation parameter).
 *
 * @param transducer Transducer Data (0018,5010), else Transducer Type (0018,6031); empty where the file is silent
 * @param mechanicalIndex (0018,5022)
 * @param boneThermalIndex (0018,5024)
 * @param cranialThermalIndex (0018,5026)
 * @param softTissueThermalIndex (0018,5027)
 * @param fieldDepthMm Depth of Scan Field (0018,5050), mm
 */
public record ScanSettings(String transducer, Optional<BigDecimal> mechanicalIndex,
        Optional<BigDecimal> boneThermalIndex, Optional<BigDecimal> cranialThermalIndex,
        Optional<BigDecimal> softTissueThermalIndex, Optional<BigDecimal> fieldDepthMm) {
    /** The file says nothing. */
    public static final ScanSettings UNKNOWN = new ScanSettings("", Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    /** The output indices that are stated, such as {@code MI 0.9}. */
    public List<String> indices() {
        List<String> said = new ArrayList<>();
        mechanicalIndex.ifPresent(v -> said.add("MI " + v.toPlainString()));
        softTissueThermalIndex.ifPresent(v -> said.add("TIS " + v.toPlainString()));
        boneThermalIndex.ifPresent(v -> said.add("TIB " + v.toPlainString()));
        cranialThermalIndex.ifPresent(v -> said.add("TIC " + v.toPlainString()));
        return List.copyOf(said);
    }
}

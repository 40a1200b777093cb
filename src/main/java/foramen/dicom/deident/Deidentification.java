package foramen.dicom.deident;

import foramen.domain.deident.DeidentOption;
import foramen.domain.deident.PixelPolicy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a batch is to be like.
 *
 * @param key makes UIDs, pseudonyms and offsets
 * @param options of the profile
 * @param pixels about the picture
 * @param pseudonyms given ones by Patient ID; under the empty text one for any patient
 * @param product the program and its version, for the De-identification Method
 */
public record Deidentification(DeidentKey key, Set<DeidentOption> options, PixelPolicy pixels,
        Map<String, String> pseudonyms, String product) {
    /** Copies set and map. */
    public Deidentification {
        options = options.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(options));
        pseudonyms = Map.copyOf(pseudonyms);
    }
}

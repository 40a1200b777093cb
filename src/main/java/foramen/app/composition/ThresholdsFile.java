package foramen.app.composition;

import foramen.domain.measurement.Thresholds;
import foramen.domain.measurement.ThresholdsException;
import foramen.workspace.measure.ThresholdsInUse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the thresholds that hold: the clinic's own copy in the folder of records, else those that ship. */
final class ThresholdsFile {
    private ThresholdsFile() {}

    /** The clinic's copy in {@code home} where it is sound; where it is not, those that ship and a complaint. */
    static ThresholdsInUse inUse(Path home) {
        Path own = home.resolve(Thresholds.FILE);
        if (!Files.exists(own)) {
            return new ThresholdsInUse(Thresholds.standard(), Optional.empty());
        }
        try {
            return new ThresholdsInUse(Thresholds.read(Files.readString(own), own.toString()), Optional.empty());
        } catch (ThresholdsException e) {
            return complaint(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return complaint("The thresholds file " + own + " is not text in UTF-8.");
        } catch (IOException e) {
            return complaint("The thresholds file " + own + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private static ThresholdsInUse complaint(String sentence) {
        Thresholds standard = Thresholds.standard();
        return new ThresholdsInUse(standard,
                Optional.of(sentence + " Version " + standard.version() + ", shipped with Foramen, is used instead."));
    }
}

package foramen.domain.clip;

import foramen.domain.anatomy.Laterality;
import foramen.domain.patient.Patient;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a clip says about itself.
 *
 * @param identity the UIDs by which it is known
 * @param columns width in pixels
 * @param rows height in pixels
 * @param timing when each frame is shown; it also says how many there are
 * @param photometric Photometric Interpretation (0028,0004) as stored, empty where unknown
 * @param calibration the way from pixels to millimetres
 * @param patient the patient as the file names them
 * @param laterality the side the file states
 * @param acquired when the clip was taken, as the file says, without zone
 * @param origin who made it
 * @param warnings what was wrong with the file and what was done about it, one sentence each
 * @param settings how it was scanned
 */
public record ClipInfo(ClipIdentity identity, int columns, int rows, FrameTiming timing, String photometric,
        Calibration calibration, Patient patient, Laterality laterality, Optional<LocalDateTime> acquired,
        Origin origin, List<String> warnings, ScanSettings settings) {
    /** Copies the warnings. */
    public ClipInfo {
        warnings = List.copyOf(warnings);
    }

    /** A clip that says nothing about how it was scanned. */
    public ClipInfo(ClipIdentity identity, int columns, int rows, FrameTiming timing, String photometric,
            Calibration calibration, Patient patient, Laterality laterality, Optional<LocalDateTime> acquired,
            Origin origin, List<String> warnings) {
        this(identity, columns, rows, timing, photometric, calibration, patient, laterality, acquired, origin, warnings,
                ScanSettings.UNKNOWN);
    }

    /** How many frames there are, at least one. */
    public int frames() {
        return timing.frames();
    }

    /**
     * The UIDs of a clip; a text that the file lacks is empty.
     *
     * @param sopClassUid what kind of object it is (0008,0016)
     * @param sopInstanceUid which one (0008,0018)
     * @param seriesUid (0020,000E)
     * @param studyUid (0020,000D)
     * @param transferSyntaxUid how it was encoded (0002,0010)
     */
    public record ClipIdentity(String sopClassUid, String sopInstanceUid, String seriesUid, String studyUid,
            String transferSyntaxUid) {}

    /**
     * Where a clip comes from; a text that the file lacks is empty.
     *
     * @param institution (0008,0080)
     * @param manufacturer (0008,0070)
     * @param model (0008,1090)
     * @param accession Accession Number (0008,0050)
     * @param description Series Description (0008,103E), else Study Description (0008,1030)
     */
    public record Origin(String institution, String manufacturer, String model, String accession,
            String description) {}
}

package foramen.app.composition;

import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.FilledRows;
import foramen.domain.data.OwnFile;
import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.DoseLimits;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.measurement.Thresholds;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleRules;
import foramen.domain.registry.PublishedCohorts;
import foramen.domain.safety.SafetyBook;
import foramen.domain.session.DoseBook;
import foramen.domain.session.ProtocolCatalog;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.measure.ThresholdsInUse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the data files that hold: a clinic's own copy in the folder of records goes before the one that ships. A copy
 * that is older than the planner is filled from the one that ships, and that is told. A copy that cannot be used is never
 * replaced without a word: each leaves a complaint beside the figures that ship, which keeps every session from being
 * given, every plan stopped and every verdict out of documents until it is mended. See decision 0042.
 */
final class ClinicFiles {
    private final Path home;
    private final Set<FilledRows> filled = new LinkedHashSet<>();

    /** The files for the records in {@code home}. */
    ClinicFiles(Path home) {
        this.home = home;
    }

    /** What the clinic's own files that were read so far lack, each file once, in the order they were read. */
    List<FilledRows> filled() {
        synchronized (filled) {
            return List.copyOf(filled);
        }
    }

    /** The files of assessment and outcome. */
    AssessmentFiles assessment() {
        List<String> complaints = new ArrayList<>();
        return new AssessmentFiles(inUse(TestCatalog.FILE, complaints), inUse(HarrisSheet.FILE, complaints),
                inUse(OutcomeRules.FILE, complaints), inUse(FollowUpSchedule.FILE, complaints),
                inUse(PublishedCohorts.FILE, complaints), complaints);
    }

    /** The files of doses and safety. */
    DoseBook doses() {
        List<String> complaints = new ArrayList<>();
        return new DoseBook(inUse(ProductCatalog.FILE, complaints), inUse(DoseLimits.FILE, complaints),
                inUse(AlertCatalog.FILE, complaints), inUse(SafetyBook.FILE, complaints),
                inUse(ProtocolCatalog.FILE, complaints), complaints);
    }

    /** What measured values are held against. */
    ThresholdsInUse thresholds() {
        List<String> complaints = new ArrayList<>();
        Thresholds inUse = inUse(Thresholds.FILE, complaints);
        return new ThresholdsInUse(inUse, complaints.stream().findFirst());
    }

    /** Needles, bands and margins. */
    NeedleRules needles() {
        List<String> complaints = new ArrayList<>();
        NeedleRules inUse = inUse(NeedleRules.FILE, complaints);
        return complaints.stream().findFirst().map(inUse::insteadOfClinics).orElse(inUse);
    }

    private <T> T inUse(DataFile<T> file, List<String> complaints) {
        Path own = home.resolve(file.name());
        if (!Files.exists(own)) {
            return file.standard();
        }
        try {
            OwnFile<T> read = file.own(Files.readString(own), own.toString(), ProductVersion.current());
            synchronized (filled) {
                read.filled().ifPresent(filled::add);
            }
            return read.content();
        } catch (DataFileException e) {
            complaints.add(instead(String.valueOf(e.getMessage())));
        } catch (CharacterCodingException e) {
            complaints.add(instead(own + " is not text in UTF-8. " + DataFile.ADVICE + "."));
        } catch (IOException e) {
            complaints.add(instead(own + " cannot be read (" + e.getMessage() + "). " + DataFile.ADVICE + "."));
        }
        return file.standard();
    }

    private static String instead(String sentence) {
        return sentence + " Until then the one " + DataFile.SHIPPED + " is shown.";
    }
}

package foramen.app.composition;

import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
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
import java.util.List;

/**
 * Finds the data files that hold: a clinic's own copy in the folder of records goes before the one that ships. A copy
 * that cannot be used is never replaced without a word: each leaves a complaint beside the figures that ship, which
 * keeps every session from being given, every plan stopped and every verdict out of documents until it is mended.
 */
final class ClinicFiles {
    private final Path home;
    private final List<String> complaints = new ArrayList<>();

    private ClinicFiles(Path home) {
        this.home = home;
    }

    /** The files of assessment and outcome for the records in {@code home}. */
    static AssessmentFiles assessment(Path home) {
        ClinicFiles files = new ClinicFiles(home);
        return new AssessmentFiles(files.inUse(TestCatalog.FILE), files.inUse(HarrisSheet.FILE),
                files.inUse(OutcomeRules.FILE), files.inUse(FollowUpSchedule.FILE), files.inUse(PublishedCohorts.FILE),
                files.complaints);
    }

    /** The files of doses and safety for the records in {@code home}. */
    static DoseBook doses(Path home) {
        ClinicFiles files = new ClinicFiles(home);
        return new DoseBook(files.inUse(ProductCatalog.FILE), files.inUse(DoseLimits.FILE),
                files.inUse(AlertCatalog.FILE), files.inUse(SafetyBook.FILE), files.inUse(ProtocolCatalog.FILE),
                files.complaints);
    }

    /** What measured values are held against for the records in {@code home}. */
    static ThresholdsInUse thresholds(Path home) {
        ClinicFiles files = new ClinicFiles(home);
        Thresholds inUse = files.inUse(Thresholds.FILE);
        return new ThresholdsInUse(inUse, files.complaints.stream().findFirst());
    }

    /** Needles, bands and margins for the records in {@code home}. */
    static NeedleRules needles(Path home) {
        ClinicFiles files = new ClinicFiles(home);
        NeedleRules inUse = files.inUse(NeedleRules.FILE);
        return files.complaints.stream().findFirst().map(inUse::insteadOfClinics).orElse(inUse);
    }

    private <T> T inUse(DataFile<T> file) {
        Path own = home.resolve(file.name());
        if (!Files.exists(own)) {
            return file.standard();
        }
        try {
            return file.read(Files.readString(own), own.toString());
        } catch (DataFileException e) {
            return complain(file, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return complain(file, own + " is not text in UTF-8. " + DataFile.ADVICE + ".");
        } catch (IOException e) {
            return complain(file, own + " cannot be read (" + e.getMessage() + "). " + DataFile.ADVICE + ".");
        }
    }

    private <T> T complain(DataFile<T> file, String sentence) {
        complaints.add(sentence + " Until then the one " + DataFile.SHIPPED + " is shown.");
        return file.standard();
    }
}

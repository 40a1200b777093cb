package foramen.app.composition;

import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.datafile.DataFile;
import foramen.domain.datafile.DataFileException;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.registry.PublishedCohorts;
import foramen.workspace.assessment.AssessmentFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the data files that hold: the clinic's own copy in the folder of records where it is sound, else the shipped. */
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
            return complain(file, "The data file " + own + " is not text in UTF-8.");
        } catch (IOException e) {
            return complain(file, "The data file " + own + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private <T> T complain(DataFile<T> file, String sentence) {
        complaints.add(sentence + " The one " + DataFile.SHIPPED + " is used instead.");
        return file.standard();
    }
}

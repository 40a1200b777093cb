package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.job.Progress;
import foramen.workspace.assessment.AssessmentFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that reads the record as a whole. */
abstract class RecordCommand implements Callable<Integer> {
    final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    CommandSpec spec;

    RecordCommand(Composition composition) {
        this.composition = composition;
    }

    /** What is done with the record. */
    interface Work {
        void on(CaseStore store) throws StoreException, IOException;
    }

    /** Does {@code work} on the record, which is not made where there is none. */
    final void withRecord(Work work) throws UserException, IOException {
        if (!Files.isDirectory(composition.home())) {
            throw new UserException("There is no record in " + composition.home()
                    + " yet; name another folder with FORAMEN_HOME.");
        }
        try (CaseStore store = composition.openStore()) {
            work.on(store);
        } catch (StoreException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The data files; no verdict is given by other rules than the clinic's, since nobody may read the remark. */
    final AssessmentFiles files() throws UserException {
        AssessmentFiles files = composition.assessmentFiles();
        if (!files.complaints().isEmpty()) {
            throw new UserException(files.complaints().getFirst());
        }
        return files;
    }

    /** Tells of the cases that count nowhere; status 1 where there are any, since the answer is not whole. */
    final int incomplete(List<String> unread) {
        unread.forEach(u -> spec.commandLine().getErr().println("foramen: " + u));
        return unread.isEmpty() ? 0 : 1;
    }

    /** For whoever waits at the console; not where the answer goes. */
    final Progress progress() {
        return new AddingUpProgress(spec.commandLine().getErr());
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.clip.Clip;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one frame of one clip. */
abstract class ClipCommand implements Callable<Integer> {
    final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The clip.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    Path file;

    @Option(names = {"-n", "--frame"}, paramLabel = "N", defaultValue = "1", description = "Frame number, from 1.")
    int number;

    ClipCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        try (Clip clip = composition.clipReader().open(file)) {
            int frames = clip.info().frames();
            if (number < 1 || number > frames) {
                throw new UserException(file.getFileName() + " has " + frames + (frames == 1 ? " frame" : " frames")
                        + ", so there is no frame " + number + ".");
            }
            run(clip);
        }
        return 0;
    }

    /** Does the command's work on the open clip, whose frame {@link #number} exists. */
    abstract void run(Clip clip) throws Exception;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

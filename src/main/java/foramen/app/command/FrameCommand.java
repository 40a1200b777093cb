package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.clip.Clip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foramen frame}: one frame as a picture, pixel for pixel. */
@Command(name = "frame", description = "Write one frame as a PNG, pixel for pixel.")
final class FrameCommand extends ClipCommand {
    @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUT.png", description = "Where to write it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path output;

    FrameCommand(Composition composition) {
        super(composition);
    }

    @Override
    void run(Clip clip) throws Exception {
        requireFree();
        composition.writePng(clip.frame(number - 1), output);
        out().println(output);
    }

    private void requireFree() throws IOException, UserException {
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UserException("the folder " + folder + " is not there; make it first, or write elsewhere.");
        }
        if (Files.isDirectory(output)) {
            throw new UserException(output + " is a folder; name the file to write, such as "
                    + output.resolve("frame.png") + ".");
        }
        if (Files.exists(output) && Files.isSameFile(file, output)) {
            throw new UserException(output + " is the clip itself; write the picture to another file.");
        }
    }
}

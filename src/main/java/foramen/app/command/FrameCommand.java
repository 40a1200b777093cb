package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.domain.clip.Clip;
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
        composition.writePng(clip.frame(number - 1), output);
        out().println(output);
    }
}

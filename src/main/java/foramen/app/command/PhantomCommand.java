package foramen.app.command;

import foramen.app.sample.PhantomFiles;
import foramen.phantom.PhantomCatalog;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code foramen phantom}: synthetic clips with their truth. */
@Command(name = "phantom", description = "Write synthetic clips of the deep gluteal region, each with its truth.")
final class PhantomCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Where the clips go.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path folder;

    @Option(names = "--seed", paramLabel = "S", defaultValue = ""
            + PhantomCatalog.STANDARD_SEED, description = "Where the speckle grows from; ${DEFAULT-VALUE} gives the committed clips.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        PhantomFiles.write(folder, seed, new ConsoleProgress(spec.commandLine().getErr()))
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}

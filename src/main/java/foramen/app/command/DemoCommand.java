package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.sample.Demo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code foramen demo}: the whole job on the sample clips, without a screen. */
@Command(name = "demo", description = "Do the whole job on the sample clips, without a screen.")
final class DemoCommand implements Callable<Integer> {
    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "DIR", description = "Where the results go.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path folder;

    DemoCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        Path absolute = folder.toAbsolutePath().normalize();
        Demo.Outcome outcome = new Demo(composition).run(absolute, new ConsoleProgress(spec.commandLine().getErr()));
        outcome.lines().forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}

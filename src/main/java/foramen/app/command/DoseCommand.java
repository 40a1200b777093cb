package foramen.app.command;

import foramen.app.composition.Composition;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code foramen dose}: what the rules say about an injection. */
@Command(name = "dose", description = "Hold an injection against the rules of dose and safety.")
final class DoseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    /** The command and what it can do. */
    static CommandLine commandLine(Composition composition) {
        return new CommandLine(new DoseCommand()).addSubcommand(new DoseCheckCommand(composition));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: check");
    }
}

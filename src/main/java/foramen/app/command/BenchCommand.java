package foramen.app.command;

import foramen.app.composition.Composition;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code foramen bench}: how fast this machine does what the planner asks of it. */
@Command(name = "bench", description = "Measure how fast this machine is at what the planner asks of it.")
final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    /** The command and what can be measured. */
    static CommandLine commandLine(Composition composition) {
        return new CommandLine(new BenchCommand()).addSubcommand(new BenchDecodeCommand(composition));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to measure: decode");
    }
}

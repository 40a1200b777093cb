package foramen.app;

import foramen.app.command.RootCommand;
import foramen.app.composition.Composition;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of the planner and of its command line. */
public final class Main {
    private Main() {}

    /** Runs the command that {@code args} name, and ends the process with its status. */
    public static void main(String[] args) {
        CommandLine line = RootCommand.commandLine(Composition.ofThisProcess());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(RootCommand.openFiles(line, args)));
    }
}

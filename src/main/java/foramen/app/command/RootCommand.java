package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import foramen.app.composition.UserException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** {@code foramen} itself: without a command it opens the planner. Exit status 0 done, 1 failed, 2 wrong usage. */
@Command(name = "foramen", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = RootCommand.Version.class, description = "Planner for ultrasound-guided injections in deep gluteal syndrome.", synopsisSubcommandLabel = "[COMMAND]")
public final class RootCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RootCommand.class);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final OpenCommand open;

    private RootCommand(OpenCommand open) {
        this.open = open;
    }

    /** The command line over {@code composition}, ready to execute. */
    public static CommandLine commandLine(Composition composition) {
        OpenCommand open = new OpenCommand(composition);
        CommandLine line = new CommandLine(new RootCommand(open)).addSubcommand(open)
                .addSubcommand(new InfoCommand(composition)).addSubcommand(new FrameCommand(composition))
                .addSubcommand(new MeasureCommand(composition)).addSubcommand(new CompareCommand(composition))
                .addSubcommand(new OutlineCommand(composition)).addSubcommand(new TrackCommand(composition))
                .addSubcommand(new PlanCommand(composition)).addSubcommand(DoseCommand.commandLine(composition))
                .addSubcommand(new ExportCommand(composition)).addSubcommand(new ImportCommand(composition))
                .addSubcommand(new DeidentifyCommand(composition))
                .addSubcommand(new RegistryCommand(composition)).addSubcommand(new TablesCommand(composition))
                .addSubcommand(new DueCommand(composition))
                .addSubcommand(new VerifyCommand(composition)).addSubcommand(new BackupCommand(composition))
                .addSubcommand(new RestoreCommand(composition)).addSubcommand(new ProtectCommand(composition))
                .addSubcommand(new DemoCommand(composition)).addSubcommand(new PhantomCommand())
                .addSubcommand(BenchCommand.commandLine(composition));
        // A clip may be called @something; it is no list of arguments.
        line.setExpandAtFiles(false);
        line.setExecutionStrategy(parsed -> run(parsed, composition));
        line.setParameterExceptionHandler((e, args) -> {
            complain(e.getCommandLine().getErr(), String.valueOf(e.getMessage()));
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((e, failed, result) -> {
            LOG.warn("{} failed", failed.getCommandName(), e);
            complain(failed.getErr(), sentence(e));
            return FAILED;
        });
        return line;
    }

    /**
     * What a desktop means by {@code foramen FILE}, as a double click on Windows says it: {@code foramen open FILE}. A
     * command's name goes before a file of that name.
     */
    public static String[] openFiles(CommandLine line, String... args) {
        if (args.length == 0 || args[0].startsWith("-") || line.getSubcommands().containsKey(args[0])
                || !new File(args[0]).isFile()) {
            return args;
        }
        return Stream.concat(Stream.of("open"), Arrays.stream(args)).toArray(String[]::new);
    }

    @Override
    public Integer call() throws Exception {
        return open.call();
    }

    private static int run(ParseResult parsed, Composition composition) {
        PrintWriter err = parsed.commandSpec().commandLine().getErr();
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.warn("The command ended for want of memory", e);
            complain(err, "there is not enough memory for this; give more with FORAMEN_JVM_OPTIONS=-Xmx4g");
            return FAILED;
        } finally {
            composition.filledRows().forEach(f -> complain(err, f.sentence()));
        }
    }

    private static void complain(PrintWriter err, String message) {
        err.println("foramen: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static String sentence(Exception e) {
        if (e instanceof FileSystemException f) {
            return fileSentence(f);
        }
        boolean ours = e instanceof UserException || e instanceof IOException;
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return ours
                ? message
                : "something unexpected went wrong (" + e.getClass().getSimpleName() + ": " + message
                        + "); run again with -Dforamen.log=WARN in FORAMEN_JVM_OPTIONS for the details";
    }

    /** The file system's own exceptions carry a bare path for a message. */
    private static String fileSentence(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist.";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written by you.";
            case FileAlreadyExistsException there -> there.getFile() + " exists already and is no folder.";
            default -> e.getFile() + ": " + (e.getReason() == null ? "the file system refused it" : e.getReason());
        };
    }

    /** The version for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"Foramen " + ProductVersion.current()};
        }
    }
}

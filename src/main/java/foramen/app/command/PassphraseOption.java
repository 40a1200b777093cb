package foramen.app.command;

import foramen.app.composition.UserException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A passphrase for a command: the first line of a file, else what {@code FORAMEN_PASSPHRASE} says, else typed unseen.
 * Never an argument, because every user of a machine can list those.
 */
final class PassphraseOption {
    private static final String VARIABLE = "FORAMEN_PASSPHRASE";

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Its first line is the passphrase; else FORAMEN_PASSPHRASE, else it is asked for.")
    private @Nullable Path file;

    /** The passphrase, asked for at the console where nothing else says it. */
    char[] passphrase(String question) throws IOException, UserException {
        return given().or(() -> typed(question)).orElseThrow(() -> new UserException("A passphrase is needed. Put it"
                + " into a file and name that with --passphrase-file, or into " + VARIABLE + "."));
    }

    private static Optional<char[]> typed(String question) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal)
                .map(console -> console.readPassword("%s: ", question));
    }

    /** The passphrase where file or environment say it. */
    Optional<char[]> given() throws IOException {
        if (file != null) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(text.lines().findFirst().orElse("").toCharArray());
        }
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(v -> !v.isEmpty()).map(String::toCharArray);
    }
}

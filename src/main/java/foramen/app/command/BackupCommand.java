package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.storage.StoreBackups;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen backup}: all records in one file, also while Foramen is in use. */
@Command(name = "backup", description = "Write all records to one file, also while Foramen is in use, and check it.")
final class BackupCommand implements Callable<Integer> {
    private final Composition composition;

    @Parameters(paramLabel = "FILE", description = "The file; it must not exist.")
    private Path file = Path.of("");

    @Option(names = "--encrypt", description = "Encrypt the whole file with a passphrase.")
    private boolean encrypt;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BackupCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        Optional<char[]> key = encrypt
                ? Optional.of(passphrase.passphrase("Passphrase for the backup"))
                : Optional.empty();
        StoreBackups.Done done = StoreBackups.backUp(composition.storePlace(), file.toAbsolutePath(), key);
        spec.commandLine().getOut().println("Backed up " + done.entries() + " edits to " + file
                + " and read them back. Head " + done.head());
        spec.commandLine().getOut().flush();
        return 0;
    }
}

package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.storage.EncryptedCopy;
import foramen.storage.StoreBackups;
import foramen.storage.StorePlace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code foramen protect}: an encrypted copy of the records, which stay as they are. */
@Command(name = "protect", description = "Make an encrypted copy of the records in another folder; the records stay as they are.")
final class ProtectCommand implements Callable<Integer> {
    private final Composition composition;

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where the encrypted records go.")
    private Path folder = Path.of("");

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ProtectCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        StorePlace from = composition.storePlace();
        StoreBackups.Done done = EncryptedCopy.make(from, StorePlace.folder(folder),
                passphrase.passphrase("New passphrase"), composition.zone());
        spec.commandLine().getOut().println("Encrypted " + done.entries() + " edits into " + folder
                + ". Set FORAMEN_HOME to that folder; once you have seen your cases there, remove " + from.name()
                + ", which is still readable by anybody. Without the passphrase nobody can help you.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}

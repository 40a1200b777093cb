package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.storage.StoreBackups;
import foramen.storage.StorePlace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen restore}: records from a backup, where there are none. */
@Command(name = "restore", description = "Make records from a backup where there are none yet; existing ones are never replaced.")
final class RestoreCommand implements Callable<Integer> {
    private final Composition composition;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where to; else where this Foramen keeps its records.")
    private @Nullable Path folder;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RestoreCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        StorePlace place = folder == null ? composition.storePlace() : StorePlace.folder(folder);
        Optional<char[]> key = StoreBackups.isEncrypted(file)
                ? Optional.of(passphrase.passphrase("Passphrase of the backup"))
                : Optional.empty();
        StoreBackups.Done done = StoreBackups.restore(file, key, place);
        spec.commandLine().getOut().println("Restored " + done.entries() + " edits to " + place.name()
                + " and checked them. Head " + done.head());
        spec.commandLine().getOut().flush();
        return 0;
    }
}

package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.storage.StorePlace;
import foramen.storage.Verification;
import foramen.storage.Verifying;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code foramen verify}: looks at every row of the records and changes nothing. */
@Command(name = "verify", description = "Check every row of the records; fails where one was changed, removed, added or moved.")
final class VerifyCommand implements Callable<Integer> {
    private static final int NOT_SOUND = 1;

    private final Composition composition;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "The records of this folder, instead of those in use.")
    private @Nullable Path folder;

    @Option(names = "--head", paramLabel = "HASH", description = "A hash noted from an earlier check; fails where the journal no longer has it.")
    private @Nullable String head;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VerifyCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        StorePlace place = folder == null ? composition.storePlace() : StorePlace.folder(folder);
        Verification found = Verifying.verify(place, composition.projections(), passphrase.given(), head);
        var out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = JsonText.object().put("sound", found.isSound()).put("entries", found.entries())
                    .put("cases", found.cases()).put("snapshots", found.snapshots()).put("head", found.head())
                    .put("contents_checked", found.contents());
            ArrayNode problems = node.putArray("problems");
            found.problems().forEach(problems::add);
            out.println(JsonText.line(node));
        } else {
            found.problems().forEach(out::println);
            out.println(found.isSound()
                    ? "Sound: " + found.entries() + " edits of " + found.cases() + " cases"
                            + (found.contents() ? "." : "; their contents need the passphrase.")
                    : "Not sound. Keep these records as they are and restore a backup into another folder.");
            out.println("Head " + found.head());
        }
        out.flush();
        return found.isSound() ? 0 : NOT_SOUND;
    }
}

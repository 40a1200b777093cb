package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.workspace.export.RecordExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foramen tables}: every value of every case of a record, with a data dictionary. */
@Command(name = "tables", description = "Write all measurements, plans, injections and outcomes of all cases as tables.")
final class TablesCommand extends RecordCommand {
    @Option(names = {"-o",
            "--output"}, required = true, paramLabel = "FILE", description = "A .zip for CSV files, or a .json; nothing is overwritten, a name that is taken gets a number.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    TablesCommand(Composition composition) {
        super(composition);
    }

    @Override
    public Integer call() throws Exception {
        files();
        List<String> unread = new ArrayList<>();
        withRecord(store -> unread.addAll(write(store)));
        return incomplete(unread);
    }

    private List<String> write(CaseStore store)
            throws IOException, StoreException {
        RecordExport.Result result = composition.recordExport().write(store, file,
                new ConsoleProgress(spec.commandLine().getErr()));
        out().println("written  " + result.file());
        return result.unread();
    }
}

package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.domain.casefile.Case;
import foramen.job.Progress;
import foramen.storage.SqlCaseStore;
import foramen.workspace.intake.IntakeResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen import}: takes a case into the record that its structured report gives back. */
@Command(name = "import", description = "Import a case from its structured report; clips given with it say where they lie.")
final class ImportCommand implements Callable<Integer> {
    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "DICOM structured reports of one case, and its clips.")
    private List<Path> files = List.of();

    @Option(names = "--as-new", description = "Add it beside a case of the record that is in another state.")
    private boolean asNew;

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "", description = "Who imports, for the journal; else who last worked in the window.")
    private String operator = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ImportCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (SqlCaseStore store = composition.openStore()) {
            IntakeResult result = composition.intake(store).take(files, asNew,
                    operator.isBlank() ? store.setting("operator").orElse("") : operator,
                    json ? Progress.NONE : new ConsoleProgress(spec.commandLine().getErr()));
            if (json) {
                out.println(JsonText.line(object(result)));
            } else {
                say(out, result);
            }
            out.flush();
        }
        return 0;
    }

    private static ObjectNode object(IntakeResult result) {
        Case c = result.casefile();
        ObjectNode node = JsonText.object().put("case", c.id().value())
                .put("outcome", result.outcome().name().toLowerCase(Locale.ROOT)).put("exact", result.isExact())
                .put("patient", c.patient().label()).put("side", c.side().name().toLowerCase(Locale.ROOT))
                .put("annotations", c.annotations().size()).put("plans", c.plans().size())
                .put("ledger_lines", c.ledger().size()).put("calibrations", c.calibrations().size());
        ArrayNode clips = node.putArray("clips");
        c.clips().forEach(r -> clips.addObject().put("sop_instance_uid", r.sopInstanceUid()).put("location",
                r.location().isBlank() ? null : r.location()));
        ArrayNode remarks = node.putArray("remarks");
        result.remarks().forEach(remarks::add);
        return node;
    }

    private static void say(PrintWriter out, IntakeResult result) {
        Case c = result.casefile();
        out.println(switch (result.outcome()) {
            case ADDED -> "Added the case " + c.id().value() + " of " + c.patient().label() + ".";
            case ALREADY_THERE -> "The record has the case " + c.id().value() + " just so; nothing was changed.";
        });
        out.println("Annotations " + c.annotations().size() + ", needle plans " + c.plans().size() + ", ledger lines "
                + c.ledger().size() + ", scales set by hand " + c.calibrations().size() + ", clips " + c.clips().size()
                + (result.isExact() ? "." : "; read from another maker's report, so check each of them."));
        result.remarks().forEach(r -> out.println("- " + r));
    }
}

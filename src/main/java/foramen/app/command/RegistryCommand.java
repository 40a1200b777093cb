package foramen.app.command;

import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.casefile.StoreException;
import foramen.domain.outcome.OutcomeRules.Responder;
import foramen.domain.registry.ListedRegistry;
import foramen.domain.registry.RegistryFormatException;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryQuery.Grouping;
import foramen.domain.registry.RegistrySource;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.RegistryDesk;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code foramen registry}: what came of the procedures of a record, as a table, JSON or CSV. */
@Command(name = "registry", description = "Count what came of the procedures of the record, or of a CSV file of it.")
final class RegistryCommand extends RecordCommand {
    @ArgGroup
    private final Form form = new Form();

    @Option(names = "--by", paramLabel = "GROUP", defaultValue = "arm", description = "Group by arm, injectate or target (arm unless said otherwise).")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private String by;

    @Option(names = "--since", paramLabel = "DATE", description = "Procedures from this day on, such as 2026-01-31.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "Procedures up to this day.")
    private @Nullable LocalDate until;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Which windows are still open counts from this day (today unless said otherwise).")
    private @Nullable LocalDate asOf;

    @Option(names = "--definition", paramLabel = "ID", description = "Which definition of a response of outcome-rules.json, such as pain-30 (the first unless said otherwise).")
    private @Nullable String definition;

    @Option(names = "--from", paramLabel = "FILE.csv", description = "Count the rows of this file instead of the record.")
    private @Nullable Path from;

    RegistryCommand(Composition composition) {
        super(composition);
    }

    /** What is printed. */
    private static final class Form {
        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Option(names = "--csv", description = "Print one row a procedure as CSV.")
        private boolean csv;

        @Option(names = "--dictionary", description = "Print what each column of the CSV means.")
        private boolean dictionary;
    }

    @Override
    public Integer call() throws Exception {
        AssessmentFiles files = files();
        RegistryDesk desk = composition.registryDesk(files);
        if (form.dictionary) {
            composition.registryFile().writeDictionary(desk.columns(), out());
            return 0;
        }
        RegistryQuery query = query(files);
        List<String> unread = new ArrayList<>();
        if (from != null) {
            unread.addAll(answer(listed(from), query, files, desk));
        } else {
            withRecord(store -> unread.addAll(answer(desk.source(store, progress()), query, files, desk)));
        }
        return incomplete(unread);
    }

    private RegistryQuery query(AssessmentFiles files) {
        Grouping grouping;
        try {
            grouping = Grouping.valueOf(by.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--by is arm, injectate or target, not " + by, e);
        }
        Responder responder = definition == null
                ? files.outcome().responders().getFirst()
                : files.outcome().responder(definition).orElseThrow(() -> new ParameterException(spec.commandLine(),
                        "--definition is one of "
                                + String.join(", ", files.outcome().responders().stream().map(Responder::id).toList())
                                + ", not " + definition));
        LocalDate today = composition.clock().instant().atZone(composition.zone()).toLocalDate();
        return new RegistryQuery(grouping, Optional.ofNullable(since), Optional.ofNullable(until),
                asOf == null ? today : asOf, responder.id());
    }

    private RegistrySource listed(Path file) throws IOException, UserException {
        try (Reader in = Files.newBufferedReader(file)) {
            return new ListedRegistry(composition.registryFile().read(in, file.toString()));
        } catch (RegistryFormatException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> answer(RegistrySource source, RegistryQuery query, AssessmentFiles files, RegistryDesk desk)
            throws StoreException, IOException {
        if (form.csv) {
            return desk.write(source, query, out());
        }
        RegistrySource.Cohort cohort = source.cohort(query);
        if (form.json) {
            out().println(JsonText.line(CohortText.json(cohort, query, files)));
        } else {
            CohortText.print(cohort, query, files, out());
        }
        return cohort.unread();
    }
}

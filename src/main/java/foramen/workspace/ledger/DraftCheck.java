package foramen.workspace.ledger;

import foramen.domain.injection.Alert;
import foramen.domain.injection.Injection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of checking a typed line.
 *
 * @param injection the line; empty while a field cannot be understood or is missing
 * @param problems one sentence for each field that cannot be understood or is missing
 * @param alerts what the rules of the ledger say about the line, stops first; empty while there is no line
 */
public record DraftCheck(Optional<Injection> injection, Map<InjectionDraft.Field, String> problems,
        List<Alert> alerts) {
    /** Copies the collections. */
    public DraftCheck {
        Map<InjectionDraft.Field, String> ordered = new EnumMap<>(InjectionDraft.Field.class);
        ordered.putAll(problems);
        problems = Collections.unmodifiableMap(ordered);
        alerts = List.copyOf(alerts);
    }

    /** Whether the line can be recorded: it is complete and no rule stops it. */
    public boolean canRecord() {
        return injection.isPresent() && alerts.stream().noneMatch(a -> a.severity() == Alert.Severity.STOP);
    }
}

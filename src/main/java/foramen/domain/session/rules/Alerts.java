package foramen.domain.session.rules;

import foramen.domain.injection.Alert;
import foramen.domain.injection.AlertCatalog;
import foramen.domain.injection.AlertKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects alerts, each rule and subject once, the gravest first. */
final class Alerts {
    private final AlertCatalog catalog;
    private final Map<String, Alert> raised = new LinkedHashMap<>();

    Alerts(AlertCatalog catalog) {
        this.catalog = catalog;
    }

    void raise(AlertKind kind, String subject, String message) {
        add(catalog.raise(kind, subject, message));
    }

    void raise(AlertKind kind, String subject, String message, String source) {
        add(catalog.raise(kind, subject, message, source));
    }

    private void add(Alert alert) {
        raised.putIfAbsent(alert.key(), alert);
    }

    /** Whether a rule has spoken. */
    boolean has(AlertKind kind) {
        return raised.values().stream().anyMatch(a -> a.kind() == kind);
    }

    List<Alert> all() {
        return raised.values().stream().sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::key))
                .toList();
    }
}

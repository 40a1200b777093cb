package foramen.workspace.source;

import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipEntry;
import foramen.domain.patient.Patient;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The folder, archive or medium that is open, which of its clips are looked for and which one is in view. */
public final class ClipShelf {
    private final ReadOnlyObjectWrapper<Optional<ClipCatalog>> catalog = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ClipEntry>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ClipEntry>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty query = new SimpleStringProperty("");

    /** An empty shelf. */
    public ClipShelf() {
        query.subscribe(q -> search());
    }

    /** Puts {@code next} in the place of what was there. */
    public void show(ClipCatalog next) {
        open.set(Optional.empty());
        query.set("");
        catalog.set(Optional.of(next));
        search();
    }

    /** Clears the shelf; the clip in view stays. */
    public void clear() {
        open.set(Optional.empty());
        query.set("");
        catalog.set(Optional.empty());
        search();
    }

    /** Notes which of its clips is in view; none where the clip is from elsewhere. */
    public void opened(Optional<ClipEntry> entry) {
        open.set(entry);
    }

    private void search() {
        found.set(catalog.get().map(c -> c.entries().stream().filter(e -> e.matches(query.get())).toList())
                .orElse(List.of()));
    }

    /**
     * The clip {@code step} places on from the one in view, in the order of the whole list; from none, the first or the
     * last. Empty at either end.
     */
    public Optional<ClipEntry> neighbour(int step) {
        List<ClipEntry> all = catalog.get().map(ClipCatalog::entries).orElse(List.of());
        int from = open.get().map(all::indexOf).orElse(step > 0 ? -1 : all.size());
        int to = from + step;
        return to >= 0 && to < all.size() ? Optional.of(all.get(to)) : Optional.empty();
    }

    /**
     * Whether {@code entry} is of another patient than {@code current}: by their identifiers, else by their names. Where
     * either names nobody, nobody can tell.
     */
    public static boolean isAnotherPatient(ClipEntry entry, Patient current) {
        return isAnotherPatient(entry.info().patient(), current);
    }

    /** Whether {@code other} is another patient than {@code current}, by the same rule. */
    public static boolean isAnotherPatient(Patient other, Patient current) {
        if (!other.id().isBlank() && !current.id().isBlank()) {
            return !other.id().strip().equals(current.id().strip());
        }
        return !other.name().isBlank() && !current.name().isBlank()
                && !other.name().strip().equalsIgnoreCase(current.name().strip());
    }

    /** What is on the shelf. */
    public ReadOnlyObjectProperty<Optional<ClipCatalog>> catalogProperty() {
        return catalog.getReadOnlyProperty();
    }

    /** The clips that fit what is searched for. */
    public ReadOnlyObjectProperty<List<ClipEntry>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Which of its clips is in view. */
    public ReadOnlyObjectProperty<Optional<ClipEntry>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What is searched for. */
    public StringProperty queryProperty() {
        return query;
    }
}

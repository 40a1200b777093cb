package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.storage.Journal.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest states of the cases last worked on, so that an edit is compared without reading its case again. */
final class RecentStates {
    /** A case may be some megabytes (engineering default). */
    private static final int KEPT = 4;

    private final Map<String, Known> states = new LinkedHashMap<>(8, 0.75f, true);

    /** A state, and the case it says. */
    private record Known(State state, Case casefile) {}

    synchronized Optional<State> get(String id, long version) {
        return known(id, version).map(Known::state);
    }

    synchronized Optional<Case> casefile(String id, long version) {
        return known(id, version).map(Known::casefile);
    }

    private Optional<Known> known(String id, long version) {
        return Optional.ofNullable(states.get(id)).filter(k -> k.state().version() == version);
    }

    synchronized void put(State state, Case casefile) {
        states.put(state.id(), new Known(state, casefile));
        if (states.size() > KEPT) {
            states.remove(states.keySet().iterator().next());
        }
    }

    synchronized void clear() {
        states.clear();
    }
}

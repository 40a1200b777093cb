package foramen.storage;

import foramen.storage.Journal.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest states of the cases last worked on, so that an edit is compared without reading its case again. */
final class RecentStates {
    /** A case may be some megabytes (engineering default). */
    private static final int KEPT = 4;

    private final Map<String, State> states = new LinkedHashMap<>(8, 0.75f, true);

    synchronized Optional<State> get(String id, long version) {
        return Optional.ofNullable(states.get(id)).filter(s -> s.version() == version);
    }

    synchronized void put(State state) {
        states.put(state.id(), state);
        if (states.size() > KEPT) {
            states.remove(states.keySet().iterator().next());
        }
    }

    synchronized void clear() {
        states.clear();
    }
}

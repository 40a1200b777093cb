package foramen.testing;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseSearch;
import foramen.domain.casefile.CaseStore;
import foramen.domain.clip.FrameRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cases in memory, for tests of what stands above the store. */
public final class MemoryCaseStore implements CaseStore, CaseSearch {
    private final Map<CaseId, StoredCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, List<Edit>> journals = new LinkedHashMap<>();
    private final Map<CaseId, List<Case>> states = new LinkedHashMap<>();
    private final Map<CaseId, FrameRef> views = new LinkedHashMap<>();

    @Override
    public synchronized long append(Case after, long expectedVersion, Edit edit) {
        cases.put(after.id(), new StoredCase(after, expectedVersion + 1));
        states.computeIfAbsent(after.id(), k -> new ArrayList<>()).add(after);
        journals.computeIfAbsent(after.id(), k -> new ArrayList<>()).add(edit);
        return expectedVersion + 1;
    }

    @Override
    public synchronized Optional<StoredCase> find(CaseId id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public synchronized Optional<StoredCase> findByClip(String sopInstanceUid) {
        return cases.values().stream()
                .filter(s -> s.current().clips().stream().anyMatch(c -> c.sopInstanceUid().equals(sopInstanceUid)))
                .findFirst();
    }

    @Override
    public synchronized List<Summary> list() {
        return cases.values().stream().map(StoredCase::current)
                .map(c -> new Summary(c.id(), c.patient().label(), c.indication(), c.created())).toList();
    }

    @Override
    public synchronized List<Summary> search(String words, int most) {
        return list().stream()
                .filter(s -> s.patient().toLowerCase(Locale.ROOT).startsWith(words.toLowerCase(Locale.ROOT)))
                .limit(most).toList();
    }

    @Override
    public synchronized List<Edit> journal(CaseId id) {
        return List.copyOf(journals.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized Optional<Case> stateAt(CaseId id, long version) {
        List<Case> all = states.getOrDefault(id, List.of());
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(all.get((int) version - 1));
    }

    @Override
    public synchronized void rememberView(CaseId id, FrameRef frame) {
        views.put(id, frame);
    }

    @Override
    public synchronized Optional<FrameRef> lastView(CaseId id) {
        return Optional.ofNullable(views.get(id));
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}

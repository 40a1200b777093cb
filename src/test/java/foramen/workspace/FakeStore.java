package foramen.workspace;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in memory that checks versions as the real one does and fails on demand. */
public final class FakeStore implements CaseStore {
    /** Cases that refuse to be written; the sentence says so. */
    public final List<CaseId> failing = new ArrayList<>();
    /** Whether earlier states refuse to be read. */
    public boolean unreadable;
    /** Every edit appended, in order, as {@code case:action}; not the state a case began with. */
    public final List<String> log = new ArrayList<>();
    public final Map<CaseId, FrameRef> views = new LinkedHashMap<>();
    private final Map<CaseId, StoredCase> cases = new LinkedHashMap<>();
    private final Map<CaseId, List<Case>> states = new LinkedHashMap<>();
    private final Map<CaseId, List<Edit>> journals = new LinkedHashMap<>();

    @Override
    public long append(Case after, long expectedVersion, Edit edit) throws StoreException {
        if (failing.contains(after.id())) {
            throw new StoreException("The disk is full.");
        }
        long version = find(after.id()).map(StoredCase::version).orElse(0L);
        if (version != expectedVersion) {
            throw new StoreException("Another operator was faster.");
        }
        cases.put(after.id(), new StoredCase(after, version + 1));
        states.computeIfAbsent(after.id(), k -> new ArrayList<>()).add(after);
        journals.computeIfAbsent(after.id(), i -> new ArrayList<>()).add(edit);
        if (!edit.action().equals("Begin case")) {
            log.add(after.id().value() + ":" + edit.action());
        }
        return version + 1;
    }

    @Override
    public Optional<StoredCase> find(CaseId id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public Optional<StoredCase> findByClip(String sopInstanceUid) {
        return cases.values().stream().filter(
                c -> c.current().clips().stream().anyMatch(r -> r.sopInstanceUid().equals(sopInstanceUid)))
                .reduce((a, b) -> b);
    }

    @Override
    public List<Summary> list() {
        return List.of();
    }

    @Override
    public List<Edit> journal(CaseId id) {
        return List.copyOf(journals.getOrDefault(id, List.of()));
    }

    @Override
    public Optional<Case> stateAt(CaseId id, long version) throws StoreException {
        if (unreadable) {
            throw new StoreException("The disk cannot be read.");
        }
        List<Case> all = states.getOrDefault(id, List.of());
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(all.get((int) version - 1));
    }

    @Override
    public void rememberView(CaseId id, FrameRef frame) throws StoreException {
        if (!cases.containsKey(id)) {
            throw new StoreException("There is no such case.");
        }
        views.put(id, frame);
    }

    @Override
    public Optional<FrameRef> lastView(CaseId id) {
        return Optional.ofNullable(views.get(id));
    }

    @Override
    public void close() {}
}

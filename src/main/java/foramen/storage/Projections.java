package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the projections count in step with the journal. */
final class Projections {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    /** Says that the counts of a projection are not to be relied on, and are made anew. */
    private static final long STALE = -1;

    private final List<CaseProjection> all;
    private final Seal seal;

    Projections(List<CaseProjection> all, Seal seal) {
        this.all = List.copyOf(all);
        this.seal = seal;
    }

    /** Takes off what {@code before} counted and puts on what {@code after} counts. */
    void replace(Handle h, ObjectNode before, Case after) throws StoreException {
        if (all.isEmpty()) {
            return;
        }
        Optional<Case> was = before.isEmpty()
                ? Optional.empty()
                : Optional.of(CaseJson.read(before, after.id().value()));
        for (CaseProjection projection : all) {
            try {
                Map<String, Long> delta = new HashMap<>();
                was.ifPresent(c -> projection.counts(c).forEach((item, n) -> delta.merge(item, -n, Long::sum)));
                projection.counts(after).forEach((item, n) -> delta.merge(item, n, Long::sum));
                add(h, projection.name(), delta);
            } catch (RuntimeException e) {
                // A count can be made again; the edit that was made cannot.
                LOG.warn("The counts {} could not be kept in step and are made anew on opening", projection.name(), e);
                mark(h, projection.name(), STALE);
            }
        }
    }

    private void add(Handle h, String name, Map<String, Long> delta) throws StoreException {
        for (Map.Entry<String, Long> e : delta.entrySet()) {
            if (e.getValue() != 0) {
                h.createUpdate("INSERT INTO projection_total (projection, item, n) VALUES (:name, :item, :n)"
                        + " ON CONFLICT (projection, item) DO UPDATE SET n = projection_total.n + excluded.n")
                        .bind("name", name).bind("item", stored(name, e.getKey())).bind("n", e.getValue()).execute();
            }
        }
    }

    private byte[] stored(String name, String item) throws StoreException {
        return seal.closeAlike(item.getBytes(StandardCharsets.UTF_8), "projection " + name);
    }

    private static void mark(Handle h, String name, long version) {
        h.createUpdate("INSERT INTO projection (name, version) VALUES (:name, :version)"
                + " ON CONFLICT (name) DO UPDATE SET version = excluded.version").bind("name", name)
                .bind("version", version).execute();
    }

    /** The projections whose counts were made by another version of them, or not at all. */
    List<CaseProjection> behind(Handle h) {
        return all.stream()
                .filter(p -> h.createQuery("SELECT version FROM projection WHERE name = :name").bind("name", p.name())
                        .mapTo(Long.class).findOne().filter(v -> v == p.version()).isEmpty())
                .toList();
    }

    /** Counts all cases anew for the projections that are {@link #behind}. */
    void catchUp(Handle h, Journal journal) throws StoreException {
        List<CaseProjection> behind = behind(h);
        if (behind.isEmpty()) {
            return;
        }
        // Whoever edits meanwhile waits, and is counted afterwards.
        journal.head(h);
        Map<String, Map<String, Long>> sums = counted(h, journal, behind);
        for (CaseProjection p : behind) {
            h.createUpdate("DELETE FROM projection_total WHERE projection = :name").bind("name", p.name()).execute();
            add(h, p.name(), sums.getOrDefault(p.name(), Map.of()));
            mark(h, p.name(), p.version());
        }
    }

    private static Map<String, Map<String, Long>> counted(Handle h, Journal journal, List<CaseProjection> which)
            throws StoreException {
        record Newest(String id, long version) {}
        Map<String, Map<String, Long>> sums = new HashMap<>();
        List<Newest> cases = h.createQuery("SELECT case_id, version FROM case_head")
                .map((row, context) -> new Newest(row.getString("case_id"), row.getLong("version"))).list();
        for (Newest newest : cases) {
            Case c = CaseJson.read(journal.state(h, newest.id(), newest.version()).tree(), newest.id());
            for (CaseProjection p : which) {
                Map<String, Long> sum = sums.computeIfAbsent(p.name(), n -> new HashMap<>());
                p.counts(c).forEach((item, n) -> sum.merge(item, n, Long::sum));
            }
        }
        return sums;
    }

    Map<String, Long> counts(Handle h, String name) throws StoreException {
        if (all.stream().noneMatch(p -> p.name().equals(name))) {
            throw new StoreException("The store keeps no counts named " + name + ".");
        }
        Map<String, Long> counts = new HashMap<>();
        List<Map.Entry<byte[], Long>> rows = h
                .createQuery("SELECT item, n FROM projection_total WHERE projection = :name AND n <> 0")
                .bind("name", name)
                .map((row, context) -> Map.entry(row.getBytes("item"), row.getLong("n"))).list();
        for (Map.Entry<byte[], Long> row : rows) {
            counts.put(new String(seal.openAlike(row.getKey(), "projection " + name), StandardCharsets.UTF_8),
                    row.getValue());
        }
        return counts;
    }

    /** The names of the projections whose stored counts are not what all cases add up to. */
    List<String> wrong(Handle h, Journal journal) throws StoreException {
        Map<String, Map<String, Long>> right = counted(h, journal, all);
        List<String> wrong = new ArrayList<>();
        for (CaseProjection p : all) {
            Map<String, Long> sums = new HashMap<>(right.getOrDefault(p.name(), Map.of()));
            sums.values().removeIf(n -> n == 0);
            if (!sums.equals(counts(h, p.name()))) {
                wrong.add(p.name());
            }
        }
        return wrong;
    }
}

package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.StoreException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the projections add up in step with the journal. Beside its edition each has the place in the journal it is
 * up to: where another program wrote without it, it is behind, is not asked, and is made anew on opening.
 */
final class Projections {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final String DRAWN = "annotations";

    private final List<CaseProjection> all;
    private final Seal seal;

    Projections(List<CaseProjection> all, Seal seal) {
        this.all = List.copyOf(all);
        this.seal = seal;
    }

    /** What some edits of one transaction change in the cells. */
    static final class Delta {
        private final Map<String, Map<String, Map<String, BigDecimal>>> byProjection = new HashMap<>();
        private long entries;

        private void add(String projection, Map<String, Map<String, BigDecimal>> cells, boolean taken) {
            Map<String, Map<String, BigDecimal>> mine = byProjection.computeIfAbsent(projection, p -> new TreeMap<>());
            cells.forEach((cell, items) -> items.forEach((item, n) -> mine
                    .computeIfAbsent(cell, c -> new TreeMap<>())
                    .merge(item, taken ? n.negate() : n, BigDecimal::add)));
        }
    }

    /** Notes that a case goes from one state to the next, as one entry of the journal. */
    void note(Delta delta, ObjectNode before, ObjectNode after) throws StoreException {
        delta.entries++;
        if (all.isEmpty()) {
            return;
        }
        ObjectNode was = undrawn(before);
        ObjectNode is = undrawn(after);
        if (was.equals(is)) {
            return;
        }
        for (CaseProjection projection : all) {
            if (!before.isEmpty()) {
                delta.add(projection.name(), cells(projection, was), true);
            }
            delta.add(projection.name(), cells(projection, is), false);
        }
    }

    private static ObjectNode undrawn(ObjectNode tree) {
        ObjectNode copy = Canonical.object();
        tree.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        if (copy.has(DRAWN)) {
            copy.putArray(DRAWN);
        }
        return copy;
    }

    private static Map<String, Map<String, BigDecimal>> cells(CaseProjection projection, ObjectNode undrawn)
            throws StoreException {
        return projection.cells(CaseJson.read(undrawn, undrawn.path("id").asText()));
    }

    /**
     * Brings the cells to where the journal will be once the noted entries stand in it. A projection that is behind stays
     * so.
     *
     * @param seq the last entry before them
     */
    void write(Handle h, long seq, Delta delta) throws StoreException {
        for (CaseProjection projection : all) {
            int inStep = h.createUpdate("UPDATE projection SET seq = :next"
                    + " WHERE name = :name AND edition = :edition AND seq = :seq").bind("next", seq + delta.entries)
                    .bind("name", projection.name()).bind("edition", projection.edition()).bind("seq", seq).execute();
            if (inStep == 1) {
                add(h, projection.name(), delta.byProjection.getOrDefault(projection.name(), Map.of()));
            }
        }
    }

    private void add(Handle h, String name, Map<String, Map<String, BigDecimal>> cells) throws StoreException {
        PreparedBatch batch = h.prepareBatch("INSERT INTO projection_cell (projection, cell, sums)"
                + " VALUES (:name, :cell, :sums)"
                + " ON CONFLICT (projection, cell) DO UPDATE SET sums = excluded.sums");
        for (Map.Entry<String, Map<String, BigDecimal>> e : cells.entrySet()) {
            if (e.getValue().values().stream().allMatch(n -> n.signum() == 0)) {
                continue;
            }
            TreeMap<String, BigDecimal> sums = new TreeMap<>(read(h, name, e.getKey()));
            e.getValue().forEach((item, n) -> sums.merge(item, n, BigDecimal::add));
            ObjectNode stored = Canonical.object();
            sums.forEach((item, n) -> {
                if (n.signum() != 0) {
                    stored.put(item, n.toPlainString());
                }
            });
            byte[] cell = stored(name, e.getKey());
            batch.bind("name", name).bind("cell", cell)
                    .bind("sums", seal.close(Canonical.bytes(stored), context(name, e.getKey()))).add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private byte[] stored(String name, String cell) throws StoreException {
        return seal.closeAlike(cell.getBytes(StandardCharsets.UTF_8), "projection " + name);
    }

    private static String context(String name, String cell) {
        return "projection " + name + " " + cell;
    }

    private Map<String, BigDecimal> read(Handle h, String name, String cell) throws StoreException {
        Optional<byte[]> sums = h
                .createQuery("SELECT sums FROM projection_cell WHERE projection = :name AND cell = :cell")
                .bind("name", name).bind("cell", stored(name, cell)).mapTo(byte[].class).findOne();
        return sums.isEmpty() ? Map.of() : parsed(name, cell, sums.get());
    }

    private Map<String, BigDecimal> parsed(String name, String cell, byte[] sums) throws StoreException {
        String what = "What was added up for " + name;
        Map<String, BigDecimal> items = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> item : Canonical.object(seal.open(sums, context(name, cell)), what)
                    .properties()) {
                items.put(item.getKey(), new BigDecimal(item.getValue().asText()));
            }
        } catch (NumberFormatException e) {
            throw Canonical.damaged(what, "a sum is no number", e);
        }
        return items;
    }

    /** The projections that are not in step with the journal, or of another edition, or not there at all. */
    List<CaseProjection> behind(Handle h) {
        return all.stream().filter(p -> !isInStep(h, p)).toList();
    }

    private static boolean isInStep(Handle h, CaseProjection p) {
        return h.createQuery("SELECT count(*) FROM projection p JOIN chain_head c ON c.seq = p.seq"
                + " WHERE p.name = :name AND p.edition = :edition").bind("name", p.name())
                .bind("edition", p.edition()).mapTo(Long.class).one() == 1;
    }

    /** Adds all cases up anew for the projections that are {@link #behind}. */
    void catchUp(Handle h, Journal journal) throws StoreException {
        List<CaseProjection> behind = behind(h);
        if (behind.isEmpty()) {
            return;
        }
        // Whoever edits meanwhile waits, and is counted afterwards.
        long seq = journal.head(h).seq();
        Optional<Delta> summed = summed(h, journal, behind);
        if (summed.isEmpty()) {
            return;
        }
        for (CaseProjection p : behind) {
            h.createUpdate("DELETE FROM projection_cell WHERE projection = :name").bind("name", p.name()).execute();
            add(h, p.name(), summed.get().byProjection.getOrDefault(p.name(), Map.of()));
            h.createUpdate("INSERT INTO projection (name, edition, seq) VALUES (:name, :edition, :seq)"
                    + " ON CONFLICT (name) DO UPDATE SET edition = excluded.edition, seq = excluded.seq")
                    .bind("name", p.name()).bind("edition", p.edition()).bind("seq", seq).execute();
        }
    }

    /** All cases added up; empty where one cannot be read, which then has to be told with every answer. */
    private static Optional<Delta> summed(Handle h, Journal journal, List<CaseProjection> which)
            throws StoreException {
        record Newest(String id, long version) {}
        Delta delta = new Delta();
        List<Newest> cases = h.createQuery("SELECT case_id, version FROM case_head")
                .map((row, context) -> new Newest(row.getString("case_id"), row.getLong("version"))).list();
        for (Newest newest : cases) {
            try {
                ObjectNode tree = undrawn(journal.state(h, newest.id(), newest.version()).tree());
                for (CaseProjection p : which) {
                    delta.add(p.name(), cells(p, tree), false);
                }
            } catch (StoreException e) {
                LOG.warn("Nothing is added up over all cases while one of them cannot be read", e);
                return Optional.empty();
            }
        }
        return Optional.of(delta);
    }

    Optional<Map<String, BigDecimal>> sums(Handle h, CaseProjection projection, Collection<String> cells)
            throws StoreException {
        if (all.stream().noneMatch(p -> p.name().equals(projection.name()))) {
            throw new StoreException("The store adds nothing up under the name " + projection.name() + ".");
        }
        if (!isInStep(h, projection)) {
            return Optional.empty();
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        for (String cell : cells) {
            read(h, projection.name(), cell).forEach((item, n) -> sums.merge(item, n, BigDecimal::add));
        }
        sums.values().removeIf(n -> n.signum() == 0);
        return Optional.of(sums);
    }

    /** The names of the projections whose stored sums are not what all cases add up to. */
    List<String> wrong(Handle h, Journal journal) throws StoreException {
        Optional<Delta> right = summed(h, journal, all);
        List<String> wrong = new ArrayList<>();
        for (CaseProjection p : all) {
            if (right.isPresent()
                    && !sound(h, p.name(), right.get().byProjection.getOrDefault(p.name(), Map.of()))) {
                wrong.add(p.name());
            }
        }
        return wrong;
    }

    private boolean sound(Handle h, String name, Map<String, Map<String, BigDecimal>> right) throws StoreException {
        List<byte[]> stored = h.createQuery("SELECT cell FROM projection_cell WHERE projection = :name")
                .bind("name", name).mapTo(byte[].class).list();
        for (byte[] bytes : stored) {
            String cell = new String(seal.openAlike(bytes, "projection " + name), StandardCharsets.UTF_8);
            if (!same(read(h, name, cell), right.getOrDefault(cell, Map.of()))) {
                return false;
            }
        }
        return right.entrySet().stream().filter(e -> !same(e.getValue(), Map.of())).count() <= stored.size();
    }

    private static boolean same(Map<String, BigDecimal> some, Map<String, BigDecimal> others) {
        return nonzero(some).equals(nonzero(others));
    }

    private static Map<String, BigDecimal> nonzero(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> left = new HashMap<>();
        sums.forEach((item, n) -> {
            if (n.signum() != 0) {
                left.put(item, n.stripTrailingZeros());
            }
        });
        return left;
    }
}

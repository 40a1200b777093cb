package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.ProjectedSums.AddedUp;
import foramen.domain.casefile.ProjectedSums.Row;
import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what the projections add up in step with the journal.
 *
 * <p>Beside its edition each has the place in the journal up to which every edit was made with it: where another program
 * wrote without it, it is behind, is not asked, and is made anew by {@link AddingUp}. While that runs it has a second
 * place: those cases are in whose newest entry is not beyond. An edit moves its case to the end of the journal, so it only
 * takes off what was in, and the new state is met later. See decision 0033.
 */
final class Projections {
    private static final String DRAWN = "annotations";

    private final List<CaseProjection> all;
    private final ProjectionTables tables;

    Projections(List<CaseProjection> all, Seal seal) {
        this.all = List.copyOf(all);
        this.tables = new ProjectionTables(seal);
    }

    List<CaseProjection> all() {
        return all;
    }

    ProjectionTables tables() {
        return tables;
    }

    /**
     * How far a projection is.
     *
     * @param known whether every edit up to the end of the journal was made with it
     * @param upTo up to which entry the newest states of cases are in; empty where all are
     */
    record Stand(boolean known, OptionalLong upTo) {
        boolean whole() {
            return known && upTo.isEmpty();
        }

        /** Whether a state of a case is in whose entry is {@code seq}. */
        boolean holds(long seq) {
            return known && (upTo.isEmpty() || seq <= upTo.getAsLong());
        }
    }

    Stand stand(Handle h, CaseProjection p) {
        record Line(long seq, long end, OptionalLong upTo) {}
        Optional<Line> row = h
                .createQuery("SELECT p.seq, c.seq AS ending, b.seq AS upto FROM projection p"
                        + " CROSS JOIN chain_head c LEFT JOIN projection_build b ON b.name = p.name"
                        + " WHERE p.name = :name AND p.edition = :edition")
                .bind("name", p.name()).bind("edition", p.edition())
                .map((r, context) -> {
                    long upTo = r.getLong("upto");
                    OptionalLong building = r.wasNull() ? OptionalLong.empty() : OptionalLong.of(upTo);
                    return new Line(r.getLong("seq"), r.getLong("ending"), building);
                }).findOne();
        return row.map(r -> new Stand(r.seq() == r.end(), r.upTo())).orElse(new Stand(false, OptionalLong.empty()));
    }

    /** How far all of them are, in an order. */
    Map<CaseProjection, Stand> stands(Handle h) {
        Map<CaseProjection, Stand> stands = new HashMap<>();
        all.forEach(p -> stands.put(p, stand(h, p)));
        return stands;
    }

    /** Begins all of them where there is no case yet, so that nothing has to be added up. */
    void beginEmpty(Handle h) {
        all.forEach(p -> begin(h, p, 0));
    }

    /** Makes {@code p} one that every edit after {@code seq} is made with. */
    static void begin(Handle h, CaseProjection p, long seq) {
        h.createUpdate("INSERT INTO projection (name, edition, seq) VALUES (:name, :edition, :seq)"
                + " ON CONFLICT (name) DO UPDATE SET edition = excluded.edition, seq = excluded.seq")
                .bind("name", p.name()).bind("edition", p.edition()).bind("seq", seq).execute();
    }

    /** What the edits of one transaction do to the projections. */
    final class Editing {
        private final Handle h;
        private final long begin;
        private final Map<CaseProjection, Stand> stands;
        private final Set<String> edited = new HashSet<>();
        private final ProjectionDelta delta = new ProjectionDelta();
        private long entries;

        private Editing(Handle h, long begin) {
            this.h = h;
            this.begin = begin;
            this.stands = stands(h);
        }

        /**
         * Notes that a case goes from one state to the next, as one entry of the journal, before it stands there.
         *
         * @param before the state before, which is asked for only where it is needed
         */
        void note(Before before, Case after) throws StoreException {
            entries++;
            if (stands.values().stream().noneMatch(Stand::known)) {
                return;
            }
            Optional<Case> was = before.get();
            String id = after.id().value();
            // Of a case that is edited twice in one transaction the second state before is not in the tables yet.
            long seq = edited.add(id) && was.isPresent() ? seq(id) : begin + entries;
            Case is = undrawn(after);
            for (Map.Entry<CaseProjection, Stand> e : stands.entrySet()) {
                CaseProjection p = e.getKey();
                boolean taken = was.isPresent() && e.getValue().holds(seq);
                boolean put = e.getValue().whole();
                if (taken && put && p.basis(undrawn(was.get())).equals(p.basis(is))) {
                    continue;
                }
                if (taken) {
                    delta.take(p, undrawn(was.get()));
                }
                if (put) {
                    delta.add(p, is);
                }
            }
        }

        private long seq(String id) {
            return h.createQuery("SELECT seq FROM case_head WHERE case_id = :id").bind("id", id).mapTo(Long.class)
                    .one();
        }

        /** Writes what was noted. */
        void write() throws StoreException {
            for (Map.Entry<CaseProjection, Stand> e : stands.entrySet()) {
                if (e.getValue().known()) {
                    h.createUpdate("UPDATE projection SET seq = :next WHERE name = :name").bind("next", begin + entries)
                            .bind("name", e.getKey().name()).execute();
                    delta.write(h, tables, e.getKey());
                }
            }
        }
    }

    /** A state of a case, read where it is needed. */
    interface Before {
        Optional<Case> get() throws StoreException;
    }

    /**
     * Begins a transaction that edits.
     *
     * @param seq the last entry before them
     */
    Editing editing(Handle h, long seq) {
        return new Editing(h, seq);
    }

    private static Case undrawn(Case c) {
        return c.annotations().isEmpty() ? c : c.withAnnotations(List.of());
    }

    /** The case of a stored state without what is drawn in it, which is most of it and never added up. */
    static Case undrawn(State state) throws StoreException {
        ObjectNode copy = Canonical.object();
        state.tree().properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        if (copy.has(DRAWN)) {
            copy.putArray(DRAWN);
        }
        return CaseJson.read(copy, state.id());
    }

    Optional<Map<String, BigDecimal>> sums(Handle h, CaseProjection projection, Collection<String> cells)
            throws StoreException {
        if (!isWhole(h, projection)) {
            return Optional.empty();
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        tables.cells(h, projection.name(), cells).values()
                .forEach(items -> items.forEach((item, n) -> sums.merge(item, n, BigDecimal::add)));
        sums.values().removeIf(n -> n.signum() == 0);
        return Optional.of(sums);
    }

    Optional<List<Row>> rows(Handle h, CaseProjection projection, Collection<String> keys) throws StoreException {
        return isWhole(h, projection) ? Optional.of(tables.rows(h, projection.name(), keys)) : Optional.empty();
    }

    private boolean isWhole(Handle h, CaseProjection projection) throws StoreException {
        if (all.stream().noneMatch(p -> p.name().equals(projection.name()))) {
            throw new StoreException("The store adds nothing up under the name " + projection.name() + ".");
        }
        return stand(h, projection).whole();
    }

    AddedUp addedUp(Handle h) {
        long cases = h.createQuery("SELECT count(*) FROM case_head").mapTo(Long.class).one();
        long in = cases;
        for (Stand stand : stands(h).values()) {
            if (!stand.known()) {
                in = 0;
            } else if (!stand.whole()) {
                in = Math.min(in, h.createQuery("SELECT count(*) FROM case_head WHERE seq <= :upto")
                        .bind("upto", stand.upTo().orElseThrow()).mapTo(Long.class).one());
            }
        }
        return new AddedUp(in, cases);
    }

    /** The names of the projections that should be whole and whose sums or rows are not what all cases give. */
    List<String> wrong(Handle h, NewestStates states) throws StoreException {
        List<CaseProjection> whole = all.stream().filter(p -> stand(h, p).whole()).toList();
        ProjectionDelta right = new ProjectionDelta();
        Map<String, Long> rows = new HashMap<>();
        Set<String> wrong = new HashSet<>();
        if (whole.isEmpty()) {
            return List.of();
        }
        states.each(h, 0, Long.MAX_VALUE, state -> {
            Case c = undrawn(state);
            for (CaseProjection p : whole) {
                right.addCells(p, c);
                Map<String, String> mine = p.rows(c);
                rows.merge(p.name(), (long) mine.size(), Long::sum);
                if (!tables.holds(h, p.name(), state.id(), mine)) {
                    wrong.add(p.name());
                }
            }
        });
        for (CaseProjection p : whole) {
            if (!tables.wrong(h, p.name(), right.cells(p)).isEmpty()
                    || rows.getOrDefault(p.name(), 0L) != tables.countRows(h, p.name())) {
                wrong.add(p.name());
            }
        }
        return wrong.stream().sorted().toList();
    }
}

package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.ProjectedSums.AddedUp;
import foramen.domain.casefile.StoreException;
import foramen.job.CancelledException;
import foramen.job.Progress;
import foramen.storage.Projections.Stand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds all cases up for the projections that are behind, in the order of their newest edits.
 *
 * <p>Cases are read and worked out on a connection of their own; only what they come to is written, by one transaction a
 * batch, so that an edit waits for one such transaction at most, which {@link Pace} keeps short. Cases that were edited while their batch was worked out
 * are left for a later one, since they stand at the end by then.
 */
final class AddingUp {
    private static final Logger LOG = LoggerFactory.getLogger(AddingUp.class);
    private static final String FAILED = "The cases were not added up";
    /** Rows and cells cleared away by one transaction (engineering default). */
    private static final int CLEARED = 5000;
    private static final long LOOK_AGAIN_MS = 100;

    private final Session session;
    private final Journal journal;
    private final NewestStates states;
    private final Projections projections;
    private final Seal seal;
    private final ReentrantLock one = new ReentrantLock();
    private volatile AddedUp now = new AddedUp(0, 0);

    AddingUp(Session session, Journal journal, Projections projections, Seal seal) {
        this.session = session;
        this.journal = journal;
        this.states = new NewestStates(journal);
        this.projections = projections;
        this.seal = seal;
    }

    /**
     * See {@link foramen.domain.casefile.ProjectedSums#addUp}.
     *
     * @param most how many cases one transaction adds at most
     */
    void run(Progress progress, int most) throws StoreException {
        if (session.readOnlyBecause().isPresent() || !seal.isOpen() || session.read(this::behind).isEmpty()) {
            return;
        }
        await(progress);
        try {
            List<CaseProjection> begun = session.write(FAILED, this::begin);
            if (!begun.isEmpty()) {
                Pace pace = new Pace(most);
                Session.beside(session.database(), FAILED, jdbi -> {
                    while (step(jdbi, begun, pace, progress)) {
                        progress.checkCancelled();
                    }
                    return true;
                });
            }
        } catch (StoreException e) {
            if (session.isClosed()) {
                throw new CancelledException();
            }
            if (seal.isOpen()) {
                throw e;
            }
            LOG.info("The records were locked while cases were added up; it goes on later.");
        } finally {
            one.unlock();
        }
    }

    /** Waits for its turn, and tells how far whoever has it is. */
    private void await(Progress progress) {
        try {
            while (!one.tryLock(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
                tell(progress, now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static void tell(Progress progress, AddedUp done) {
        progress.report(done.of() == 0 ? -1 : (double) done.cases() / done.of(), done.sentence());
    }

    private List<CaseProjection> behind(Handle h) {
        return projections.all().stream().filter(p -> !projections.stand(h, p).whole()).toList();
    }

    /** Makes every projection that is behind one that edits are made with from now on; those that are not whole. */
    private List<CaseProjection> begin(Handle h) {
        long end = journal.head(h).seq();
        List<CaseProjection> behind = behind(h);
        for (CaseProjection p : behind) {
            if (!projections.stand(h, p).known()) {
                Projections.begin(h, p, end);
                upTo(h, p, -1);
            }
        }
        now = projections.addedUp(h);
        return behind;
    }

    private static void upTo(Handle h, CaseProjection p, long seq) {
        h.createUpdate("INSERT INTO projection_build (name, seq) VALUES (:name, :seq)"
                + " ON CONFLICT (name) DO UPDATE SET seq = excluded.seq").bind("name", p.name()).bind("seq", seq)
                .execute();
    }

    /** The projections that are furthest back, and where. */
    private record Furthest(List<CaseProjection> projections, long from) {}

    /** One batch; whether there may be more. */
    private boolean step(Jdbi beside, List<CaseProjection> begun, Pace pace, Progress progress) throws StoreException {
        Map<CaseProjection, Stand> stands = new HashMap<>();
        session.read(h -> {
            begun.forEach(p -> stands.put(p, projections.stand(h, p)));
            return true;
        });
        // One that is not known any more was taken over by a program with other rules: it is theirs now.
        stands.values().removeIf(s -> !s.known() || s.whole());
        OptionalLong least = stands.values().stream().mapToLong(s -> s.upTo().orElseThrow()).min();
        if (least.isEmpty()) {
            return false;
        }
        List<CaseProjection> back = stands.entrySet().stream()
                .filter(e -> e.getValue().upTo().equals(least)).map(Map.Entry::getKey).toList();
        Furthest furthest = new Furthest(back, least.getAsLong());
        if (furthest.from() < 0) {
            return session.write(FAILED, h -> clear(h, furthest));
        }
        OptionalLong next = stands.values().stream().mapToLong(s -> s.upTo().orElseThrow())
                .filter(s -> s > furthest.from()).min();
        Batch read = beside.inTransaction(h -> read(h, furthest, most(h, furthest, next, pace.next()), next, progress));
        return read.whole() && write(furthest, read, pace);
    }

    private boolean write(Furthest furthest, Batch read, Pace pace) throws StoreException {
        AtomicLong begun = new AtomicLong();
        boolean more = session.write(FAILED, h -> {
            // From when it keeps others waiting; for its turn it may have waited itself.
            begun.set(System.nanoTime());
            return write(h, furthest, read);
        });
        pace.wrote(read.versions().size(), Duration.ofNanos(System.nanoTime() - begun.get()));
        return more;
    }

    private boolean clear(Handle h, Furthest furthest) {
        journal.head(h);
        for (CaseProjection p : furthest.projections()) {
            if (isAt(h, p, furthest.from()) && !projections.tables().clear(h, p.name(), CLEARED)) {
                upTo(h, p, 0);
            }
        }
        return true;
    }

    private boolean isAt(Handle h, CaseProjection p, long from) {
        Stand stand = projections.stand(h, p);
        return stand.known() && stand.upTo().equals(OptionalLong.of(from));
    }

    /**
     * What some cases come to.
     *
     * @param ahead the cells as they will be
     * @param versions which version of which case
     * @param to up to which entry they were read
     * @param whole false where one of them cannot be read
     */
    private record Batch(ProjectionDelta delta, Map<CaseProjection, ProjectionTables.Ahead> ahead,
            Map<String, Long> versions, long to, boolean whole) {}

    /** How many cases to read: no more than a batch, and not beyond where others are. */
    private static long most(Handle h, Furthest furthest, OptionalLong next, int batch) {
        return next.isEmpty()
                ? batch
                : Math.min(batch, h.createQuery("SELECT count(*) FROM case_head WHERE seq > :from AND seq <= :to")
                        .bind("from", furthest.from()).bind("to", next.getAsLong()).mapTo(Long.class).one());
    }

    private Batch read(Handle h, Furthest furthest, long most, OptionalLong next, Progress progress)
            throws StoreException {
        ProjectionDelta delta = new ProjectionDelta();
        Map<String, Long> versions = new HashMap<>();
        now = projections.addedUp(h);
        AddedUp begin = now;
        try {
            long to = states.each(h, furthest.from(), most, state -> {
                progress.checkCancelled();
                Case c = Projections.undrawn(state);
                for (CaseProjection p : furthest.projections()) {
                    delta.add(p, c);
                }
                versions.put(state.id(), state.version());
                now = new AddedUp(Math.min(begin.of(), begin.cases() + versions.size()), begin.of());
                tell(progress, now);
            });
            Map<CaseProjection, ProjectionTables.Ahead> ahead = new HashMap<>();
            for (CaseProjection p : furthest.projections()) {
                ahead.put(p, projections.tables().ahead(h, p.name(), delta.cells(p)));
            }
            return new Batch(delta, ahead, versions,
                    next.isPresent() && to == furthest.from() ? next.getAsLong() : to, true);
        } catch (StoreException e) {
            if (!seal.isOpen() || session.isClosed()) {
                throw e;
            }
            // Which then has to be told with every answer, as walking the cases does.
            LOG.warn("Nothing is added up over all cases while one of them cannot be read", e);
            return new Batch(delta, Map.of(), versions, furthest.from(), false);
        }
    }

    /** Adds a batch, where no other program was faster; there may be more. */
    private boolean write(Handle h, Furthest furthest, Batch read) throws StoreException {
        journal.head(h);
        Set<String> edited = new HashSet<>(read.versions().keySet());
        h.createQuery("SELECT case_id FROM case_head WHERE seq > :from AND seq <= :to").bind("from", furthest.from())
                .bind("to", read.to()).mapTo(String.class).forEach(edited::remove);
        read.delta().leaveRowsOf(edited);
        List<Case> again = new ArrayList<>();
        for (String id : edited) {
            again.add(Projections.undrawn(journal.state(h, id, read.versions().getOrDefault(id, 0L))));
        }
        boolean last = h.createQuery("SELECT seq FROM case_head WHERE seq > :to LIMIT 1").bind("to", read.to())
                .mapTo(Long.class).findOne().isEmpty();
        for (CaseProjection p : furthest.projections()) {
            if (isAt(h, p, furthest.from())) {
                ProjectionTables.Ahead ahead = read.ahead().get(p);
                if (ahead != null) {
                    read.delta().write(h, projections.tables(), p, ahead);
                }
                ProjectionDelta left = new ProjectionDelta();
                again.forEach(c -> left.takeCells(p, c));
                left.write(h, projections.tables(), p);
                if (last) {
                    h.createUpdate("DELETE FROM projection_build WHERE name = :name").bind("name", p.name()).execute();
                } else {
                    upTo(h, p, read.to());
                }
            }
        }
        return true;
    }
}

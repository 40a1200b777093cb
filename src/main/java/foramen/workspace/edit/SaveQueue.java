package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import foramen.job.JobRunner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes edits to the store strictly in order, one job at a time. A failed edit stays at the head of its case's lane
 * and holds back the later ones of that case, never those of another case. Lives on the runner's home thread.
 */
final class SaveQueue {
    private static final Logger LOG = LoggerFactory.getLogger(SaveQueue.class);

    private final CaseStore store;
    private final JobRunner jobs;
    private final Clock clock;
    private final Map<CaseId, Lane> lanes = new LinkedHashMap<>();
    private final List<Consumer<SaveState>> idlers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<SaveState> state = new ReadOnlyObjectWrapper<>(
            new SaveState.Saved(Optional.empty()));
    private Optional<Instant> lastSaved = Optional.empty();
    private @Nullable Attempt running;
    private boolean pumping;

    /** The edits of one case that are on their way. */
    private static final class Lane {
        private final Deque<Pending> pending = new ArrayDeque<>();
        /** Also written by a job's thread, between the two lines of a first edit. */
        private volatile long version;
        private Optional<String> failure = Optional.empty();
        private Optional<FasterException> faster = Optional.empty();
        private Optional<FrameRef> view = Optional.empty();

        boolean ready() {
            return failure.isEmpty() && !pending.isEmpty();
        }

        boolean readyForView() {
            return failure.isEmpty() && pending.isEmpty() && view.isPresent() && version > 0;
        }
    }

    /** An edit, and for the first of a new case the state it was made from, which the store has not either. */
    private record Pending(Optional<Case> first, Case after, CaseStore.Edit edit) {}

    /**
     * An edit that the store does not have.
     *
     * @param after the case as it left it
     * @param edit what was done
     */
    record Unsaved(Case after, CaseStore.Edit edit) {}

    SaveQueue(CaseStore store, JobRunner jobs, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<SaveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Notes which version the store has of a case; edits still on their way know better. */
    void known(CaseId id, long version) {
        Lane lane = lane(id);
        if (lane.pending.isEmpty()) {
            lane.version = version;
        }
    }

    /** Which version the store has of a case that has no edits on their way. */
    OptionalLong version(CaseId id) {
        Lane lane = lane(id);
        return lane.pending.isEmpty() && lane.version > 0 ? OptionalLong.of(lane.version) : OptionalLong.empty();
    }

    Optional<Case> latestUnsaved(CaseId id) {
        return Optional.ofNullable(lane(id).pending.peekLast()).map(Pending::after);
    }

    /** The edits of a case that the store does not have yet, oldest first. */
    List<JournalLine> unsaved(CaseId id) {
        return lane(id).pending.stream().map(p -> JournalLine.of(p.edit().action(), new History.Held(p.after())))
                .toList();
    }

    /** The edits of a case that the store does not have yet, oldest first. */
    List<Unsaved> pending(CaseId id) {
        return lane(id).pending.stream().map(p -> new Unsaved(p.after(), p.edit())).toList();
    }

    /** Who was faster with a case, where that is why its edits are not saved. */
    Optional<FasterException> faster(CaseId id) {
        return lane(id).faster;
    }

    /**
     * Puts an edit at the end of its case's lane.
     *
     * @param before the state it was made from: where the store has never heard of the case, that goes into the journal
     *     first, so that this edit too can be undone for ever
     */
    void add(Case before, Case after, CaseStore.Edit edit) {
        Lane lane = lane(after.id());
        boolean first = lane.version == 0 && lane.pending.isEmpty();
        lane.pending.add(new Pending(first ? Optional.of(before) : Optional.empty(), after, edit));
        // What kept the edit before from being saved may be over.
        lane.failure = Optional.empty();
        pump();
    }

    void rememberView(CaseId id, FrameRef frame) {
        lane(id).view = Optional.of(frame);
        pump();
    }

    void retry() {
        lanes.values().forEach(l -> l.failure = Optional.empty());
        pump();
    }

    /** Drops what could not be saved of a case; what is being written right now is let finish. */
    void discard(CaseId id) {
        Lane lane = lane(id);
        Attempt now = running;
        lane.pending.clear();
        if (now != null && now.lane == lane && now.pending != null) {
            lane.pending.add(now.pending);
        }
        lane.failure = Optional.empty();
        lane.faster = Optional.empty();
        pump();
    }

    boolean hasUnsaved() {
        return lanes.values().stream().anyMatch(l -> !l.pending.isEmpty());
    }

    void whenIdle(Consumer<SaveState> then) {
        idlers.add(then);
        pump();
    }

    private Lane lane(CaseId id) {
        return lanes.computeIfAbsent(id, i -> new Lane());
    }

    /** Starts what can be started; a loop, not a recursion, so that a long queue on one thread does not run deep. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            settleSilentEnd();
            while (running == null && startNext()) {
                settleSilentEnd();
            }
        } finally {
            pumping = false;
        }
        publish();
    }

    private boolean startNext() {
        for (Lane lane : lanes.values()) {
            if (lane.ready()) {
                return start(new Attempt(lane, lane.pending.element()));
            }
        }
        for (Map.Entry<CaseId, Lane> e : lanes.entrySet()) {
            if (e.getValue().readyForView()) {
                return start(new Attempt(e.getValue(), e.getKey(), e.getValue().view.orElseThrow()));
            }
        }
        return false;
    }

    private boolean start(Attempt attempt) {
        running = attempt;
        publish();
        attempt.handle = jobs.start("Saving", progress -> attempt.write(store), attempt::done, attempt::failed);
        return true;
    }

    /** A runner tells nobody of a cancelled job; its own note says how far it came. */
    private void settleSilentEnd() {
        Attempt now = running;
        if (now != null && now.handle != null && now.handle.isFinished()) {
            now.settle();
        }
    }

    private void publish() {
        Optional<String> failure = lanes.values().stream().flatMap(l -> l.failure.stream()).findFirst();
        Attempt now = running;
        boolean busy = now != null && now.pending != null;
        SaveState next = failure.<SaveState>map(SaveState.Failed::new)
                .orElseGet(() -> busy ? new SaveState.Saving() : new SaveState.Saved(lastSaved));
        state.set(next);
        if (running == null && !pumping && !idlers.isEmpty()) {
            List<Consumer<SaveState>> waiting = List.copyOf(idlers);
            idlers.clear();
            waiting.forEach(w -> w.accept(next));
        }
    }

    /** One job: either an edit or a view. */
    private final class Attempt {
        private final Lane lane;
        private final @Nullable Pending pending;
        private final @Nullable CaseId viewOf;
        private final @Nullable FrameRef view;
        private JobRunner.@Nullable Handle handle;
        /** Written by the job's thread. */
        private volatile @Nullable Long written;
        /** Written by the job's thread. */
        private volatile @Nullable StoreException problem;
        private boolean settled;

        Attempt(Lane lane, Pending pending) {
            this.lane = lane;
            this.pending = pending;
            this.viewOf = null;
            this.view = null;
        }

        Attempt(Lane lane, CaseId viewOf, FrameRef view) {
            this.lane = lane;
            this.pending = null;
            this.viewOf = viewOf;
            this.view = view;
        }

        long write(CaseStore to) throws StoreException {
            try {
                long version = lane.version;
                if (pending != null) {
                    if (version == 0 && pending.first().isPresent()) {
                        version = to.append(pending.first().get(), 0, new CaseStore.Edit(JournalLine.BEGIN,
                                pending.edit().operator(), pending.edit().at()));
                        lane.version = version;
                    }
                    version = to.append(pending.after(), version, pending.edit());
                } else if (viewOf != null && view != null) {
                    to.rememberView(viewOf, view);
                }
                written = version;
                return version;
            } catch (StoreException e) {
                StoreException told = pending == null ? e : why(to, e);
                problem = told;
                throw told;
            }
        }

        /** Whether another operator was faster, and then with what. */
        private StoreException why(CaseStore to, StoreException e) {
            CaseId id = Objects.requireNonNull(pending).after().id();
            long version = lane.version;
            try {
                Optional<CaseStore.StoredCase> now = to.find(id).filter(n -> n.version() > version && version > 0);
                if (now.isEmpty()) {
                    return e;
                }
                Case base = to.stateAt(id, version).orElseThrow(() -> e);
                List<CaseStore.Edit> edits = to.journal(id).stream().skip(version).toList();
                return new FasterException(e, base, now.get(), edits);
            } catch (StoreException other) {
                LOG.warn("What another operator changed could not be read", other);
                return e;
            }
        }

        void settle() {
            Long version = written;
            StoreException e = problem;
            if (version != null) {
                done(version);
            } else {
                failed(e != null ? e : new StoreException("Saving was stopped before it was done; save again."));
            }
        }

        void done(long version) {
            if (end()) {
                lane.version = version;
                if (pending != null) {
                    lane.pending.removeFirstOccurrence(pending);
                    lane.faster = Optional.empty();
                    lastSaved = Optional.of(clock.instant());
                } else {
                    forgetView();
                }
            }
            pump();
        }

        void failed(Exception e) {
            if (end()) {
                if (pending != null) {
                    LOG.warn("An edit could not be saved", e);
                    lane.failure = Optional.of(sentence(e));
                    lane.faster = e instanceof FasterException f ? Optional.of(f) : Optional.empty();
                } else {
                    LOG.warn("The frame in view could not be remembered", e);
                    forgetView();
                }
            }
            pump();
        }

        private void forgetView() {
            if (lane.view.filter(v -> v.equals(view)).isPresent()) {
                lane.view = Optional.empty();
            }
        }

        private boolean end() {
            boolean first = !settled;
            settled = true;
            if (running == this) {
                running = null;
            }
            return first;
        }

        private static String sentence(Exception e) {
            String message = e.getMessage();
            return message == null || message.isBlank() ? "The edit could not be saved (" + e + ")." : message;
        }
    }
}

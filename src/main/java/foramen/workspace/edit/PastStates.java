package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.StoreException;
import foramen.job.JobRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches what was done to a case in earlier sessions, off the interface thread. Lives on the runner's home thread. */
final class PastStates {
    /** States kept in memory once fetched (engineering default). */
    private static final int KEPT = 32;

    private final CaseStore store;
    private final JobRunner jobs;
    private final Map<Key, Case> fetched = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(CaseId id, long version) {}

    PastStates(CaseStore store, JobRunner jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** The first {@code version} lines of a case's journal. */
    void journal(CaseId id, long version, Consumer<List<JournalLine>> then, Consumer<String> failed) {
        jobs.start("Reading the history", progress -> {
            List<JournalLine> lines = new ArrayList<>();
            for (CaseStore.Edit edit : store.journal(id)) {
                if (lines.size() < version) {
                    lines.add(JournalLine.of(edit.action(), new History.Stored(lines.size() + 1L)));
                }
            }
            return lines;
        }, then, e -> failed.accept(sentence(e)));
    }

    /** The state, where it is in memory already. */
    Optional<Case> ready(CaseId id, History.Snapshot snapshot) {
        return switch (snapshot) {
            case History.Held h -> Optional.of(h.state());
            case History.Stored s -> Optional.ofNullable(fetched.get(new Key(id, s.version())));
        };
    }

    /** Fetches a state; {@code then} is called once it is {@link #ready}. */
    JobRunner.Handle fetch(CaseId id, History.Stored wanted, Runnable then, Consumer<String> failed) {
        return jobs.start("Reading an earlier state", progress -> store.stateAt(id, wanted.version()).orElseThrow(
                () -> new StoreException("The store no longer has the state " + wanted.version()
                        + " of this case, so that this step cannot be taken back.")),
                state -> {
                    fetched.put(new Key(id, wanted.version()), state);
                    if (fetched.size() > KEPT) {
                        fetched.remove(fetched.keySet().iterator().next());
                    }
                    then.run();
                }, e -> failed.accept(sentence(e)));
    }

    private static String sentence(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? "The history of this case cannot be read (" + e + "); its newest state is not affected."
                : message;
    }
}

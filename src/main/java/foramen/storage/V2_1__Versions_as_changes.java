package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.storage.Journal.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the whole states of schema 1 over as changes: each case with each of its versions, in the order they were made.
 *
 * <p>Each version is made again from the changes and compared before the old table goes; all is one transaction.
 */
final class V2_1__Versions_as_changes extends BaseJavaMigration {
    private static final String ORIGIN = "new; taken over from schema 1";

    @Override
    public void migrate(Context context) throws StoreException {
        // Flyway's own transaction, which it ends.
        Jdbi.create(context.getConnection()).useHandle(h -> {
            // The chain of a store that is made empty begins when its tables are there.
            if (h.createQuery("SELECT count(*) FROM case_version").mapTo(Long.class).one() > 0) {
                Journal.begin(h, ORIGIN);
                takeOver(h);
                compare(h);
            }
            h.execute("INSERT INTO case_view (case_id, view) SELECT case_id, CAST(json_object('sopInstanceUid',"
                    + " sop_instance_uid, 'index', frame_index) AS BLOB) FROM view_state");
            h.execute("INSERT INTO store_setting (name, value) SELECT key, CAST(value AS BLOB) FROM setting");
            for (String table : List.of("case_clip", "view_state", "setting", "case_version", "patient_case")) {
                h.execute("DROP TABLE " + table);
            }
            h.execute("PRAGMA user_version = 2");
        });
    }

    private static void takeOver(Handle h) throws StoreException {
        Journal journal = new Journal("", Seal.NONE);
        Terms terms = new Terms(Seal.NONE);
        Map<String, State> newest = new HashMap<>();
        for (long seq : h.createQuery("SELECT seq FROM case_version ORDER BY seq").mapTo(Long.class).list()) {
            Old old = old(h, seq);
            State before = newest.getOrDefault(old.id(), State.none(old.id()));
            terms.replace(h, old.id(), before.tree(), old.tree());
            newest.put(old.id(), journal.append(h, before, old.tree(), old.edit(), summary(old)));
        }
    }

    private static byte[] summary(Old old) {
        try {
            Case c = CaseJson.read(old.tree(), old.id());
            return Summaries.bytes(c, old.edit().at());
        } catch (StoreException e) {
            // A version nobody can read any more is kept as well; only its line in the list has no name.
            return Canonical.bytes(Canonical.object().put("patient", "").put("indication", "").put("changed",
                    old.edit().at().toString()));
        }
    }

    private static void compare(Handle h) throws StoreException {
        Journal journal = new Journal("", Seal.NONE);
        Map<String, State> states = new HashMap<>();
        List<Long> all = new ArrayList<>(
                h.createQuery("SELECT seq FROM case_version ORDER BY seq").mapTo(Long.class).list());
        for (long seq : all) {
            Old old = old(h, seq);
            Entry entry = h.createQuery(Entry.SELECT + " WHERE case_id = :id AND version = :version")
                    .bind("id", old.id()).bind("version", old.version()).map((row, context) -> Entry.of(row)).one();
            State state = journal.next(states.getOrDefault(old.id(), State.none(old.id())), entry, true);
            if (!state.tree().equals(old.tree())) {
                throw Canonical.damaged("Version " + old.version() + " of case " + old.id(),
                        "it does not come out of its changes as it was", null);
            }
            states.put(old.id(), state);
        }
    }

    private record Old(String id, long version, Edit edit, ObjectNode tree) {}

    private static Old old(Handle h, long seq) throws StoreException {
        record Row(String id, long version, Edit edit, String document) {}
        Row row = h
                .createQuery("SELECT case_id, version, action, operator, at, document FROM case_version"
                        + " WHERE seq = :seq")
                .bind("seq", seq)
                .map((r, context) -> new Row(r.getString("case_id"), r.getLong("version"),
                        new Edit(r.getString("action"), r.getString("operator"), Instant.parse(r.getString("at"))),
                        r.getString("document")))
                .one();
        return new Old(row.id(), row.version(), row.edit(),
                Canonical.object(row.document().getBytes(StandardCharsets.UTF_8), "The case " + row.id()));
    }
}

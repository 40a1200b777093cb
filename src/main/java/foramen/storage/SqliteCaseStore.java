package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.SettingsStore;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cases and settings in the SQLite file {@code foramen.db} of a folder.
 *
 * <p>Each {@link #append} is one transaction, synced to disk before it returns. Several processes may use one folder
 * at a time; calls from several threads wait for one another.
 */
public final class SqliteCaseStore implements CaseStore, SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCaseStore.class);

    /** How long a write waits for another program's; engineering default. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Jdbi jdbi;
    private final DateTimeFormatter clock;

    private SqliteCaseStore(Connection connection, ZoneId zone) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
        // A bound argument may be a patient's name, which has no business in a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        this.clock = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /**
     * Opens the store of {@code directory} in the computer's own time zone, see {@link #open(Path, ZoneId)}.
     *
     * @throws StoreException where the folder or its file cannot be used; an existing file is left as it is then
     */
    public static SqliteCaseStore open(Path directory) throws StoreException {
        return open(directory, ZoneId.systemDefault());
    }

    /**
     * Opens the store of {@code directory}; folder and file are made where they do not exist, for the owner alone.
     *
     * @param directory the folder
     * @param zone the time zone of the times in messages
     * @throws StoreException where the folder cannot be made, or the file is damaged, foreign, or written by a newer
     *     version; the file is left as it is then
     */
    public static SqliteCaseStore open(Path directory, ZoneId zone) throws StoreException {
        return open(directory, zone, PATIENCE);
    }

    /** As {@link #open(Path, ZoneId)}, waiting at most {@code patience} for other writers. */
    static SqliteCaseStore open(Path directory, ZoneId zone, Duration patience) throws StoreException {
        DatabaseFile.createDirectory(directory);
        return new SqliteCaseStore(new DatabaseFile(directory.resolve("foramen.db"), patience).open(), zone);
    }

    @Override
    public long append(Case after, long expectedVersion, Edit edit) throws StoreException {
        String document = CaseJson.write(after);
        return write("The change was not saved", h -> {
            checkVersion(h, after.id(), expectedVersion);
            long version = expectedVersion + 1;
            putHead(h, after, version, edit.at());
            h.createUpdate("INSERT INTO case_version (case_id, version, action, operator, at, document)"
                    + " VALUES (:id, :version, :action, :operator, :at, :document)").bind("id", after.id().value())
                    .bind("version", version).bind("action", edit.action()).bind("operator", edit.operator())
                    .bind("at", edit.at().toString()).bind("document", document).execute();
            putClips(h, after);
            return version;
        });
    }

    private void checkVersion(Handle h, CaseId id, long expected) throws StoreException {
        record Last(long version, String operator, Instant at) {}
        Optional<Last> last = h
                .createQuery("SELECT version, operator, at FROM case_version WHERE case_id = :id"
                        + " ORDER BY version DESC LIMIT 1")
                .bind("id", id.value())
                .map((row, context) -> new Last(row.getLong("version"), row.getString("operator"),
                        Instant.parse(row.getString("at"))))
                .findOne();
        long stored = last.map(Last::version).orElse(0L);
        if (stored > expected) {
            Last l = last.orElseThrow();
            String who = l.operator().isBlank() ? "Another operator" : "Another operator (" + l.operator() + ")";
            throw new StoreException(who + " changed this case at " + clock.format(l.at())
                    + "; your change was not saved. Reload the case and make the change again.");
        }
        if (stored < expected) {
            throw new StoreException("The store has version " + stored + " of this case, but the change was made to"
                    + " version " + expected + "; it was not saved. Reload the case and make the change again.");
        }
    }

    private static void putHead(Handle h, Case c, long version, Instant at) {
        h.createUpdate("INSERT INTO patient_case (id, version, patient, indication, changed)"
                + " VALUES (:id, :version, :patient, :indication, :changed) ON CONFLICT (id) DO UPDATE SET"
                + " version = excluded.version, patient = excluded.patient, indication = excluded.indication,"
                + " changed = excluded.changed").bind("id", c.id().value()).bind("version", version)
                .bind("patient", c.patient().label()).bind("indication", c.indication()).bind("changed", at.toString())
                .execute();
    }

    private static void putClips(Handle h, Case c) {
        h.createUpdate("DELETE FROM case_clip WHERE case_id = :id").bind("id", c.id().value()).execute();
        for (ClipRef clip : c.clips()) {
            h.createUpdate("INSERT INTO case_clip (case_id, sop_instance_uid) VALUES (:id, :uid)"
                    + " ON CONFLICT DO NOTHING").bind("id", c.id().value()).bind("uid", clip.sopInstanceUid())
                    .execute();
        }
    }

    @Override
    public Optional<StoredCase> find(CaseId id) throws StoreException {
        return read(h -> newest(h, id.value()));
    }

    @Override
    public Optional<StoredCase> findByClip(String sopInstanceUid) throws StoreException {
        return read(h -> {
            Optional<String> id = h
                    .createQuery("SELECT c.case_id FROM case_clip c JOIN case_version v ON v.case_id = c.case_id"
                            + " WHERE c.sop_instance_uid = :uid ORDER BY v.seq DESC LIMIT 1")
                    .bind("uid", sopInstanceUid).mapTo(String.class).findOne();
            return id.isEmpty() ? Optional.empty() : newest(h, id.get());
        });
    }

    private static Optional<StoredCase> newest(Handle h, String id) throws StoreException {
        record Row(String document, long version) {}
        Optional<Row> row = h
                .createQuery("SELECT document, version FROM case_version WHERE case_id = :id"
                        + " ORDER BY version DESC LIMIT 1")
                .bind("id", id).map((r, context) -> new Row(r.getString("document"), r.getLong("version"))).findOne();
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredCase(CaseJson.read(row.get().document(), id), row.get().version()));
    }

    @Override
    public List<Summary> list() throws StoreException {
        // By the journal's own order: a clock that was set back does not shuffle the list.
        return read(h -> h
                .createQuery("SELECT p.id, p.patient, p.indication, p.changed FROM patient_case p"
                        + " JOIN case_version v ON v.case_id = p.id AND v.version = p.version ORDER BY v.seq DESC")
                .map((row, context) -> new Summary(new CaseId(row.getString("id")), row.getString("patient"),
                        row.getString("indication"), Instant.parse(row.getString("changed"))))
                .list());
    }

    @Override
    public List<Edit> journal(CaseId id) throws StoreException {
        return read(h -> h
                .createQuery("SELECT action, operator, at FROM case_version WHERE case_id = :id ORDER BY version")
                .bind("id", id.value()).map((row, context) -> new Edit(row.getString("action"),
                        row.getString("operator"), Instant.parse(row.getString("at"))))
                .list());
    }

    @Override
    public Optional<Case> stateAt(CaseId id, long version) throws StoreException {
        return read(h -> {
            Optional<String> document = h
                    .createQuery("SELECT document FROM case_version WHERE case_id = :id AND version = :version")
                    .bind("id", id.value()).bind("version", version).mapTo(String.class).findOne();
            return document.isEmpty() ? Optional.empty() : Optional.of(CaseJson.read(document.get(), id.value()));
        });
    }

    @Override
    public void rememberView(CaseId id, FrameRef frame) throws StoreException {
        write("The view was not remembered", h -> h
                .createUpdate("INSERT INTO view_state (case_id, sop_instance_uid, frame_index)"
                        + " VALUES (:id, :uid, :index) ON CONFLICT (case_id) DO UPDATE SET"
                        + " sop_instance_uid = excluded.sop_instance_uid, frame_index = excluded.frame_index")
                .bind("id", id.value()).bind("uid", frame.sopInstanceUid()).bind("index", frame.index()).execute());
    }

    @Override
    public Optional<FrameRef> lastView(CaseId id) throws StoreException {
        return read(h -> h
                .createQuery("SELECT sop_instance_uid, frame_index FROM view_state WHERE case_id = :id")
                .bind("id", id.value())
                .map((row, context) -> new FrameRef(row.getString("sop_instance_uid"), row.getInt("frame_index")))
                .findOne());
    }

    @Override
    public Optional<String> setting(String key) throws StoreException {
        return read(h -> h.createQuery("SELECT value FROM setting WHERE key = :key").bind("key", key)
                .mapTo(String.class).findOne());
    }

    @Override
    public void putSetting(String key, String value) throws StoreException {
        write("The setting was not saved", h -> h
                .createUpdate("INSERT INTO setting (key, value) VALUES (:key, :value)"
                        + " ON CONFLICT (key) DO UPDATE SET value = excluded.value")
                .bind("key", key).bind("value", value).execute());
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Every change was on disk before it was acknowledged, so there is nothing to tell the user.
            LOG.warn("The store did not close in good order", e);
        }
    }

    private synchronized <T> T read(HandleCallback<T, StoreException> work) throws StoreException {
        try {
            refuseClosed();
            return jdbi.withHandle(work);
        } catch (JdbiException | SQLException | DateTimeException e) {
            throw Failures.because("The store could not be read", e);
        }
    }

    private synchronized <T> T write(String failed, HandleCallback<T, StoreException> work) throws StoreException {
        try {
            refuseClosed();
            return jdbi.inTransaction(work);
        } catch (JdbiException | SQLException | DateTimeException e) {
            throw Failures.because(failed, e);
        }
    }

    private void refuseClosed() throws SQLException, StoreException {
        if (connection.isClosed()) {
            throw new StoreException("The store is closed. Start Foramen again.");
        }
    }
}

package foramen.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.FrameRef;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a store keeps that is not clinical and stands in no journal: where the operator looked, and settings. */
final class ViewsAndSettings {
    private final Session session;
    private final Seal seal;

    ViewsAndSettings(Session session, Seal seal) {
        this.session = session;
        this.seal = seal;
    }

    void rememberView(CaseId id, FrameRef frame) throws StoreException {
        ObjectNode view = Canonical.object();
        DrawnJson.write(view, frame);
        byte[] stored = seal.close(Canonical.bytes(view), "view " + id.value());
        session.write("The view was not remembered", h -> h
                .createUpdate("INSERT INTO case_view (case_id, view) VALUES (:id, :view)"
                        + " ON CONFLICT (case_id) DO UPDATE SET view = excluded.view")
                .bind("id", id.value()).bind("view", stored).execute());
    }

    Optional<FrameRef> lastView(CaseId id) throws StoreException {
        Optional<byte[]> stored = session.read(h -> h.createQuery("SELECT view FROM case_view WHERE case_id = :id")
                .bind("id", id.value()).mapTo(byte[].class).findOne());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String what = "The frame last seen of case " + id.value();
        ObjectNode view = Canonical.object(seal.open(stored.get(), "view " + id.value()), what);
        try {
            return Optional.of(DrawnJson.frame(new Fields(view, "")));
        } catch (Fields.Malformed e) {
            throw Canonical.damaged(what, e.getMessage(), e);
        }
    }

    Optional<String> setting(String key) throws StoreException {
        return session.read(h -> h.createQuery("SELECT value FROM store_setting WHERE name = :name").bind("name", key)
                .mapTo(byte[].class).findOne()).map(v -> new String(v, StandardCharsets.UTF_8));
    }

    void putSetting(String key, String value) throws StoreException {
        session.write("The setting was not saved", h -> h
                .createUpdate("INSERT INTO store_setting (name, value) VALUES (:name, :value)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                .bind("name", key).bind("value", value.getBytes(StandardCharsets.UTF_8)).execute());
    }

    /** Takes what is no part of the journal over from a plain store, but for edits that were set aside. */
    void takeOver(Handle plain) throws StoreException {
        Map<String, byte[]> views = new HashMap<>();
        plain.createQuery("SELECT case_id, view FROM case_view").map((row, context) -> views
                .put(row.getString("case_id"), row.getBytes("view"))).list();
        for (Map.Entry<String, byte[]> e : views.entrySet()) {
            byte[] stored = seal.close(e.getValue(), "view " + e.getKey());
            session.write("A view was not taken over", h -> h
                    .createUpdate("INSERT INTO case_view (case_id, view) VALUES (:id, :view)").bind("id", e.getKey())
                    .bind("view", stored).execute());
        }
        Map<String, byte[]> settings = new HashMap<>();
        plain.createQuery("SELECT name, value FROM store_setting").map((row, context) -> settings
                .put(row.getString("name"), row.getBytes("value"))).list();
        for (Map.Entry<String, byte[]> e : settings.entrySet()) {
            if (!SetAsideEdits.isOne(e.getKey())) {
                putSetting(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8));
            }
        }
    }
}

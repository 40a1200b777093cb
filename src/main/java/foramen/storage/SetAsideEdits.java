package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.SetAside;
import foramen.domain.casefile.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What was set aside, beside the settings of the store: sealed as its documents are, and in no journal, list or sum. It
 * is part of a backup as they are.
 */
final class SetAsideEdits implements SetAside {
    /** Names of settings that begin so are not settings. */
    private static final String PREFIX = "set-aside/";
    private static final String WHAT = "What was set aside";

    private final Session session;
    private final Seal seal;

    SetAsideEdits(Session session, Seal seal) {
        this.session = session;
        this.seal = seal;
    }

    static boolean isOne(String setting) {
        return setting.startsWith(PREFIX);
    }

    @Override
    public void setAside(Kept kept) throws StoreException {
        String id = kept.state().id().value();
        ObjectNode tree = Canonical.object();
        tree.put("operator", kept.operator());
        tree.put("at", kept.at().toString());
        ArrayNode actions = tree.putArray("actions");
        kept.actions().forEach(actions::add);
        tree.put("state", CaseJson.write(kept.state()));
        byte[] plain = Canonical.bytes(tree);
        session.write("The edits were not set aside", h -> {
            long number = h.createQuery("SELECT count(*) FROM store_setting WHERE name LIKE :begin")
                    .bind("begin", PREFIX + id + "/%").mapTo(Long.class).one();
            keep(h, PREFIX + id + "/" + String.format(java.util.Locale.ROOT, "%06d", number), plain);
            return true;
        });
    }

    private void keep(Handle h, String name, byte[] plain) throws StoreException {
        h.createUpdate("INSERT INTO store_setting (name, value) VALUES (:name, :value)").bind("name", name)
                .bind("value", Base64.getEncoder().encode(seal.close(plain, name))).execute();
    }

    @Override
    public List<Kept> setAsideOf(CaseId id) throws StoreException {
        Map<String, byte[]> rows = session.read(h -> rows(h, PREFIX + id.value() + "/%"));
        List<Kept> all = new ArrayList<>();
        for (Map.Entry<String, byte[]> row : rows.entrySet()) {
            all.add(read(opened(row.getKey(), row.getValue())));
        }
        return all;
    }

    private static Map<String, byte[]> rows(Handle h, String names) {
        Map<String, byte[]> rows = new TreeMap<>();
        h.createQuery("SELECT name, value FROM store_setting WHERE name LIKE :names").bind("names", names)
                .map((row, context) -> rows.put(row.getString("name"), row.getBytes("value"))).list();
        return rows;
    }

    private byte[] opened(String name, byte[] value) throws StoreException {
        try {
            return seal.open(Base64.getDecoder().decode(value), name);
        } catch (IllegalArgumentException e) {
            throw Canonical.damaged(WHAT, "it is not written as it should be", e);
        }
    }

    private static Kept read(byte[] plain) throws StoreException {
        ObjectNode tree = Canonical.object(plain, WHAT);
        List<String> actions = new ArrayList<>();
        for (JsonNode action : tree.path("actions")) {
            actions.add(action.asText());
        }
        try {
            return new Kept(CaseJson.read(Canonical.object(
                    tree.path("state").asText().getBytes(StandardCharsets.UTF_8), WHAT), WHAT), actions,
                    tree.path("operator").asText(), Instant.parse(tree.path("at").asText()));
        } catch (DateTimeException e) {
            throw Canonical.damaged(WHAT, "its time cannot be read", e);
        }
    }

    /** Takes what was set aside over from a store that is not encrypted. */
    void takeOver(Handle plain) throws StoreException {
        for (Map.Entry<String, byte[]> row : rows(plain, PREFIX + "%").entrySet()) {
            byte[] content = new SetAsideEdits(session, Seal.NONE).opened(row.getKey(), row.getValue());
            session.write("What was set aside was not taken over", h -> {
                keep(h, row.getKey(), content);
                return true;
            });
        }
    }
}

package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ProjectedSums.Row;
import foramen.domain.casefile.StoreException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The cells and rows of projections in their tables, sealed as the store is. */
final class ProjectionTables {
    /** Cells asked for by one statement; SQLite takes some thousands of arguments, PostgreSQL more. */
    private static final int TOGETHER = 400;

    private final Seal seal;

    ProjectionTables(Seal seal) {
        this.seal = seal;
    }

    /**
     * What a cell will be.
     *
     * @param before its stored bytes before; empty where it was not there
     * @param after its stored bytes with what is added
     */
    private record Next(Optional<ByteBuffer> before, ByteBuffer after) {}

    /** Cells worked out ahead of the transaction that writes them. */
    static final class Ahead {
        private final Map<String, Map<String, BigDecimal>> added;
        private final Map<String, Next> next;

        private Ahead(Map<String, Map<String, BigDecimal>> added, Map<String, Next> next) {
            this.added = added;
            this.next = next;
        }
    }

    /** Works out what cells will be with {@code added}, without writing them. */
    Ahead ahead(Handle h, String name, Map<String, Map<String, BigDecimal>> added) throws StoreException {
        List<String> changed = added.entrySet().stream()
                .filter(e -> e.getValue().values().stream().anyMatch(n -> n.signum() != 0)).map(Map.Entry::getKey)
                .toList();
        Map<String, ByteBuffer> before = stored(h, name, changed);
        Map<String, Next> next = new TreeMap<>();
        for (String cell : changed) {
            next.put(cell, next(name, cell, Optional.ofNullable(before.get(cell)), added.getOrDefault(cell, Map.of())));
        }
        return new Ahead(added, next);
    }

    private Next next(String name, String cell, Optional<ByteBuffer> before, Map<String, BigDecimal> added)
            throws StoreException {
        TreeMap<String, BigDecimal> sums = new TreeMap<>(
                before.isEmpty() ? Map.of() : parsed(name, cell, before.get().array()));
        added.forEach((item, n) -> sums.merge(item, n, BigDecimal::add));
        ObjectNode stored = Canonical.object();
        sums.forEach((item, n) -> {
            if (n.signum() != 0) {
                stored.put(item, n.toPlainString());
            }
        });
        return new Next(before, ByteBuffer.wrap(seal.close(Canonical.bytes(stored), context(name, cell))));
    }

    /** Writes cells; those that another transaction changed since are worked out again. */
    void write(Handle h, String name, Ahead ahead) throws StoreException {
        PreparedBatch batch = h.prepareBatch("INSERT INTO projection_cell (projection, cell, sums)"
                + " VALUES (:name, :cell, :sums)"
                + " ON CONFLICT (projection, cell) DO UPDATE SET sums = excluded.sums");
        Map<String, ByteBuffer> now = stored(h, name, ahead.next.keySet());
        for (Map.Entry<String, Next> e : ahead.next.entrySet()) {
            String cell = e.getKey();
            Optional<ByteBuffer> before = Optional.ofNullable(now.get(cell));
            Next next = e.getValue().before().equals(before)
                    ? e.getValue()
                    : next(name, cell, before, ahead.added.getOrDefault(cell, Map.of()));
            batch.bind("name", name).bind("cell", place(name, cell)).bind("sums", next.after().array()).add();
        }
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private byte[] place(String name, String cell) throws StoreException {
        return seal.closeAlike(cell.getBytes(StandardCharsets.UTF_8), "projection " + name);
    }

    private static String context(String name, String cell) {
        return "projection " + name + " " + cell;
    }

    /** Those of {@code cells} that are there. */
    Map<String, Map<String, BigDecimal>> cells(Handle h, String name, Collection<String> cells) throws StoreException {
        Map<String, Map<String, BigDecimal>> found = new HashMap<>();
        for (Map.Entry<String, ByteBuffer> e : stored(h, name, cells).entrySet()) {
            found.put(e.getKey(), parsed(name, e.getKey(), e.getValue().array()));
        }
        return found;
    }

    private Map<String, ByteBuffer> stored(Handle h, String name, Collection<String> cells) throws StoreException {
        Map<String, ByteBuffer> found = new HashMap<>();
        List<String> all = List.copyOf(new HashSet<>(cells));
        for (int from = 0; from < all.size(); from += TOGETHER) {
            Map<ByteBuffer, String> asked = new HashMap<>();
            for (String cell : all.subList(from, Math.min(all.size(), from + TOGETHER))) {
                asked.put(ByteBuffer.wrap(place(name, cell)), cell);
            }
            h.createQuery("SELECT cell, sums FROM projection_cell WHERE projection = :name AND cell IN (<cells>)")
                    .bind("name", name).bindList("cells", asked.keySet().stream().map(ByteBuffer::array).toList())
                    .map((r, context) -> found.put(
                            Optional.ofNullable(asked.get(ByteBuffer.wrap(r.getBytes("cell")))).orElseThrow(),
                            ByteBuffer.wrap(r.getBytes("sums"))))
                    .list();
        }
        return found;
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

    /** The names of all cells that are there. */
    List<String> names(Handle h, String name) throws StoreException {
        List<String> names = new ArrayList<>();
        for (byte[] bytes : h.createQuery("SELECT cell FROM projection_cell WHERE projection = :name")
                .bind("name", name).mapTo(byte[].class).list()) {
            names.add(new String(seal.openAlike(bytes, "projection " + name), StandardCharsets.UTF_8));
        }
        return names;
    }

    /**
     * Puts rows in the place of those that are there.
     *
     * @param rows by case and key; empty to take one away
     */
    void put(Handle h, String name, Map<RowPlace, Optional<String>> rows) throws StoreException {
        PreparedBatch gone = h.prepareBatch("DELETE FROM projection_row WHERE projection = :name AND place = :place"
                + " AND case_id = :id");
        PreparedBatch come = h.prepareBatch("INSERT INTO projection_row (projection, place, case_id, content)"
                + " VALUES (:name, :place, :id, :content) ON CONFLICT (projection, place, case_id)"
                + " DO UPDATE SET content = excluded.content");
        Map<String, byte[]> places = new HashMap<>();
        for (Map.Entry<RowPlace, Optional<String>> e : rows.entrySet()) {
            RowPlace at = e.getKey();
            byte[] place = places.get(at.key());
            if (place == null) {
                place = rowPlace(name, at.key());
                places.put(at.key(), place);
            }
            PreparedBatch batch = e.getValue().isPresent() ? come : gone;
            batch.bind("name", name).bind("place", place).bind("id", at.caseId());
            if (e.getValue().isPresent()) {
                batch.bind("content",
                        seal.close(e.getValue().get().getBytes(StandardCharsets.UTF_8), context(name, at)));
            }
            batch.add();
        }
        execute(gone);
        execute(come);
    }

    /** Where a row stands. */
    record RowPlace(String caseId, String key) {}

    private byte[] rowPlace(String name, String key) throws StoreException {
        return seal.closeAlike(key.getBytes(StandardCharsets.UTF_8), "rows of " + name);
    }

    private static String context(String name, RowPlace at) {
        return "row of " + name + " " + at.key() + " " + at.caseId();
    }

    /** All rows under {@code keys}, in the order of the keys and then by case. */
    List<Row> rows(Handle h, String name, Collection<String> keys) throws StoreException {
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            for (CaseBytes row : h
                    .createQuery("SELECT case_id, 0 AS version, content FROM projection_row WHERE projection = :name"
                            + " AND place = :place ORDER BY case_id")
                    .bind("name", name).bind("place", rowPlace(name, key)).map(CaseBytes.in("content")).list()) {
                rows.add(new Row(new CaseId(row.caseId), key, new String(
                        seal.open(row.bytes, context(name, new RowPlace(row.caseId, key))), StandardCharsets.UTF_8)));
            }
        }
        return rows;
    }

    /** How many rows of {@code right}, all of one case, are there as they should be. */
    boolean holds(Handle h, String name, String caseId, Map<String, String> right) throws StoreException {
        for (Map.Entry<String, String> e : right.entrySet()) {
            Optional<byte[]> stored = h
                    .createQuery("SELECT content FROM projection_row WHERE projection = :name AND place = :place"
                            + " AND case_id = :id")
                    .bind("name", name).bind("place", rowPlace(name, e.getKey())).bind("id", caseId)
                    .mapTo(byte[].class).findOne();
            // As bytes: text of half a surrogate pair has none of its own in UTF-8.
            if (stored.isEmpty() || !Arrays.equals(e.getValue().getBytes(StandardCharsets.UTF_8),
                    seal.open(stored.get(), context(name, new RowPlace(caseId, e.getKey()))))) {
                return false;
            }
        }
        return true;
    }

    long countRows(Handle h, String name) {
        return h.createQuery("SELECT count(*) FROM projection_row WHERE projection = :name").bind("name", name)
                .mapTo(Long.class).one();
    }

    /** Takes some of what is there away; whether there was any. */
    boolean clear(Handle h, String name, int most) {
        int cells = h.createUpdate("DELETE FROM projection_cell WHERE projection = :name AND cell IN"
                + " (SELECT cell FROM projection_cell WHERE projection = :name LIMIT :most)").bind("name", name)
                .bind("most", most).execute();
        int rows = h.createUpdate("DELETE FROM projection_row WHERE projection = :name AND (place, case_id) IN"
                + " (SELECT place, case_id FROM projection_row WHERE projection = :name LIMIT :most)")
                .bind("name", name).bind("most", most).execute();
        return cells + rows > 0;
    }

    /** The cells of which {@code right} says another sum than the tables. */
    Set<String> wrong(Handle h, String name, Map<String, Map<String, BigDecimal>> right) throws StoreException {
        Set<String> names = new HashSet<>(names(h, name));
        names.addAll(right.keySet());
        Map<String, Map<String, BigDecimal>> stored = cells(h, name, names);
        names.removeIf(cell -> nonzero(stored.getOrDefault(cell, Map.of()))
                .equals(nonzero(right.getOrDefault(cell, Map.of()))));
        return names;
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

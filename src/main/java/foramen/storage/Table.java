package foramen.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as a backup holds it.
 *
 * @param name its name
 * @param columns its columns and what kind of values they have
 * @param order what its rows are sorted by
 * @param since the first schema that has it; backups of an older one do not
 */
record Table(String name, List<Column> columns, String order, int since) {
    /** What a column holds, by the letter that stands for it in a backup. */
    enum Kind {
        WHOLE, TEXT, BYTES
    }

    /** A column. */
    record Column(String name, Kind kind) {}

    /** All tables of a store, each after those it refers to. */
    static final List<Table> ALL = List.of(
            of("store_fact", "name", "name text", "value text"),
            of("vault", "id", "id whole", "salt bytes", "iterations whole", "documents bytes", "terms bytes"),
            of("journal", "seq", "seq whole", "case_id text", "version whole", "edit bytes", "body bytes",
                    "snapshot text", "previous text", "hash text"),
            of("case_snapshot", "case_id, version", "case_id text", "version whole", "body bytes"),
            of("chain_head", "id", "id whole", "seq whole", "hash text"),
            of("case_head", "seq", "case_id text", "version whole", "seq whole", "loose whole", "summary bytes"),
            of("case_term", "case_id, kind, term", "kind text", "term bytes", "case_id text"),
            of("projection", "name", "name text", "edition text", "seq whole"),
            of("projection_cell", "projection, cell", "projection text", "cell bytes", "sums bytes"),
            since(3, of("projection_row", "projection, place, case_id", "projection text", "place bytes",
                    "case_id text",
                    "content bytes")),
            since(3, of("projection_build", "name", "name text", "seq whole")),
            of("case_view", "case_id", "case_id text", "view bytes"),
            of("store_setting", "name", "name text", "value bytes"));

    private static Table since(int schema, Table table) {
        return new Table(table.name, table.columns, table.order, schema);
    }

    private static Table of(String name, String order, String... columns) {
        return new Table(name, Arrays.stream(columns).map(c -> c.split(" "))
                .map(c -> new Column(c[0], Kind.valueOf(c[1].toUpperCase(Locale.ROOT)))).toList(), order, 2);
    }

    /** The rows, in their order; a schema number belongs to the database, not to what is kept in it. */
    String select() {
        return "SELECT " + names() + " FROM " + name
                + (name.equals("store_fact") ? " WHERE name <> 'schema'" : "") + " ORDER BY " + order;
    }

    String insert() {
        return "INSERT INTO " + name + " (" + names() + ") VALUES (" + columns.stream().map(c -> "?")
                .collect(Collectors.joining(", ")) + ")";
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}

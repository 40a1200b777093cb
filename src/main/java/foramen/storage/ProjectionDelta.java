package foramen.storage;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.StoreException;
import foramen.storage.ProjectionTables.RowPlace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What some cases change in the cells and rows of projections. */
final class ProjectionDelta {
    private final Map<String, Map<String, Map<String, BigDecimal>>> cells = new HashMap<>();
    private final Map<String, Map<RowPlace, Optional<String>>> rows = new HashMap<>();

    /** Puts what {@code c} gives on. */
    void add(CaseProjection projection, Case c) {
        addCells(projection, c);
        Map<RowPlace, Optional<String>> mine = rows.computeIfAbsent(projection.name(), p -> new HashMap<>());
        projection.rows(c).forEach((key, text) -> mine.put(new RowPlace(c.id().value(), key), Optional.of(text)));
    }

    /** Puts what {@code c} gives on, without its rows. */
    void addCells(CaseProjection projection, Case c) {
        add(projection.name(), projection.cells(c), false);
    }

    /** Takes what {@code c} gave off. */
    void take(CaseProjection projection, Case c) {
        takeCells(projection, c);
        Map<RowPlace, Optional<String>> mine = rows.computeIfAbsent(projection.name(), p -> new HashMap<>());
        projection.rows(c).keySet().forEach(key -> mine.put(new RowPlace(c.id().value(), key), Optional.empty()));
    }

    /** Takes what {@code c} gave off, but not its rows. */
    void takeCells(CaseProjection projection, Case c) {
        add(projection.name(), projection.cells(c), true);
    }

    /** Leaves the rows of {@code caseIds} as they are. */
    void leaveRowsOf(Set<String> caseIds) {
        rows.values().forEach(mine -> mine.keySet().removeIf(at -> caseIds.contains(at.caseId())));
    }

    private void add(String projection, Map<String, Map<String, BigDecimal>> more, boolean taken) {
        Map<String, Map<String, BigDecimal>> mine = cells.computeIfAbsent(projection, p -> new HashMap<>());
        more.forEach((cell, items) -> {
            Map<String, BigDecimal> sums = mine.computeIfAbsent(cell, c -> new HashMap<>());
            items.forEach((item, n) -> sums.merge(item, taken ? n.negate() : n, BigDecimal::add));
        });
    }

    /** What is added to the cells of a projection, those around them too. */
    Map<String, Map<String, BigDecimal>> cells(CaseProjection projection) {
        Map<String, Map<String, BigDecimal>> all = new TreeMap<>();
        cells.getOrDefault(projection.name(), Map.of()).forEach((cell, items) -> {
            add(all, cell, items);
            projection.around(cell).forEach(wider -> add(all, wider, items));
        });
        return all;
    }

    private static void add(Map<String, Map<String, BigDecimal>> to, String cell, Map<String, BigDecimal> items) {
        Map<String, BigDecimal> sums = to.computeIfAbsent(cell, c -> new HashMap<>());
        items.forEach((item, n) -> sums.merge(item, n, BigDecimal::add));
    }

    void write(Handle h, ProjectionTables tables, CaseProjection projection) throws StoreException {
        write(h, tables, projection, tables.ahead(h, projection.name(), cells(projection)));
    }

    /** The same with cells that were worked out ahead. */
    void write(Handle h, ProjectionTables tables, CaseProjection projection, ProjectionTables.Ahead cells)
            throws StoreException {
        tables.write(h, projection.name(), cells);
        tables.put(h, projection.name(), rows.getOrDefault(projection.name(), Map.of()));
    }
}

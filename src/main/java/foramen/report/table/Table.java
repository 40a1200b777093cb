package foramen.report.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table: what its columns are, and where their values come from. CSV, JSON and dictionary are all made from it.
 *
 * @param <S> what the rows come from
 * @param <R> what a row is
 * @param name the stable name, lower case
 * @param meaning what a row stands for
 * @param rows the rows of a source
 * @param columns in order
 */
record Table<S, R>(String name, String meaning, Function<S, List<R>> rows, List<Column<R>> columns) {
    Table {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("The table " + name + " has a column twice");
        }
    }

    /** What a value is. */
    enum Type {
        TEXT, NUMBER, FLAG
    }

    /**
     * A column.
     *
     * @param <R> what a row is
     * @param name the stable name, lower case with underscores
     * @param type what its values are
     * @param unit in UCUM; {@code unit} where another column of the row says it; empty for none
     * @param meaning what it says
     * @param value its value in a row; empty where there is none
     */
    record Column<R>(String name, Type type, String unit, String meaning, Function<R, Optional<?>> value) {}

    /** A column of texts; a blank one is no value. */
    static <R> Column<R> text(String name, String meaning, Function<R, String> value) {
        return new Column<>(name, Type.TEXT, "", meaning, r -> Optional.of(value.apply(r)).filter(t -> !t.isEmpty()));
    }

    /** A column of whole or decimal numbers in {@code unit}. */
    static <R> Column<R> number(String name, String unit, String meaning,
            Function<R, Optional<? extends Number>> value) {
        return new Column<>(name, Type.NUMBER, unit, meaning,
                r -> value.apply(r).filter(v -> !(v instanceof Double d) || Double.isFinite(d)));
    }

    /** A column of yes and no. */
    static <R> Column<R> flag(String name, String meaning, Function<R, Boolean> value) {
        return new Column<>(name, Type.FLAG, "", meaning, r -> Optional.of(value.apply(r)));
    }
}

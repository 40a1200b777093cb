package foramen.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of a page: hairlines, no boxes; it shows as many rows as fit and says how many it leaves out. */
final class PdfTable {
    private static final PdfSheet.Style HEADING = new PdfSheet.Style(PdfSheet.Weight.BOLD, 9.5, PdfSheet.INK);
    private static final PdfSheet.Style TITLE = new PdfSheet.Style(PdfSheet.Weight.MEDIUM, 6.8, PdfSheet.MUTED);
    private static final PdfSheet.Style MAIN = new PdfSheet.Style(PdfSheet.Weight.REGULAR, 8, PdfSheet.INK);
    private static final PdfSheet.Style VALUE = new PdfSheet.Style(PdfSheet.Weight.MEDIUM, 8, PdfSheet.INK);
    private static final PdfSheet.Style SUB = new PdfSheet.Style(PdfSheet.Weight.REGULAR, 6.8, PdfSheet.MUTED);
    private static final PdfSheet.Style NOTE = SUB.in(PdfSheet.CAUTION);

    private static final double GUTTER = 8;
    private static final double PAD = 3;
    private static final double HEAD = 32;
    private static final double MORE = 12;
    private static final int MOST_LINES = 2;

    private final String heading;
    private final List<Column> columns;
    private final List<Row> rows;
    private final String whenEmpty;

    /**
     * @param heading what the table is
     * @param columns from the left
     * @param rows first at the top
     * @param whenEmpty a sentence in place of rows
     */
    PdfTable(String heading, List<Column> columns, List<Row> rows, String whenEmpty) {
        this.heading = heading;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.whenEmpty = whenEmpty;
    }

    /**
     * A column.
     *
     * @param title its title
     * @param share of the width, relative to the other columns
     * @param kind what stands in it
     */
    record Column(String title, double share, Kind kind) {}

    /** What stands in a column. */
    enum Kind {
        TEXT,
        /** Numbers: to the right, a little heavier. */
        NUMBER,
        /** Small words over several lines: sources and reasons. */
        REMARK
    }

    /**
     * A cell.
     *
     * @param main first line
     * @param sub smaller line beneath; may be empty
     */
    record Cell(String main, String sub) {
        static Cell of(String main) {
            return new Cell(main, "");
        }
    }

    /**
     * A row.
     *
     * @param cells one a column
     * @param struck whether it is struck through
     * @param note a line beneath the row; may be empty
     */
    record Row(List<Cell> cells, boolean struck, String note) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** The height that all rows take. */
    double height(PdfSheet sheet, double width) throws IOException {
        double sum = HEAD;
        for (Row r : rows) {
            sum += height(sheet, r, width);
        }
        return rows.isEmpty() ? HEAD : sum;
    }

    /**
     * Draws the table.
     *
     * @param elsewhere how many lines of the case the table does not hold at all
     * @param goesOn whether rows that find no room here are drawn on the next page
     * @return where it ends
     */
    double draw(PdfSheet sheet, double x, double top, double width, double room, int elsewhere, boolean goesOn)
            throws IOException {
        sheet.part("H2", () -> sheet.text(heading, HEADING, x, top + 9, width));
        if (rows.isEmpty()) {
            sheet.line(x, top + 15, x + width, top + 15, 0.5, PdfSheet.RULE);
            sheet.text(whenEmpty, MAIN.in(PdfSheet.MUTED), x, top + 27, width);
            return more(sheet, x, top + HEAD, width, elsewhere, false);
        }
        int shown = fitting(sheet, width, room - HEAD + PAD, elsewhere);
        double end = top + HEAD - PAD;
        for (Row r : rows.subList(0, shown)) {
            end += height(sheet, r, width);
        }
        sheet.part("Table", () -> grid(sheet, x, top, width, shown));
        return more(sheet, x, end, width, rows.size() - shown + elsewhere, goesOn && shown < rows.size());
    }

    private void grid(PdfSheet sheet, double x, double top, double width, int shown) throws IOException {
        sheet.part("TR", () -> titles(sheet, x, top + 23, width));
        double y = top + HEAD - PAD;
        sheet.line(x, y, x + width, y, 0.8, PdfSheet.MUTED);
        for (Row r : rows.subList(0, shown)) {
            double from = y;
            sheet.part("TR", () -> draw(sheet, r, x, from, width));
            y += height(sheet, r, width);
            sheet.line(x, y, x + width, y, 0.4, PdfSheet.RULE);
        }
    }

    private static double more(PdfSheet sheet, double x, double y, double width, int left, boolean goesOn)
            throws IOException {
        if (left == 0) {
            return y;
        }
        String where = goesOn ? " on the next page" : " in the case";
        sheet.text(left + (left == 1 ? " more line" : " more lines") + where, NOTE, x, y + 9.5, width);
        return y + MORE;
    }

    /** The rows that {@code draw} leaves out in that much room, as a table of their own; empty where it leaves none. */
    Optional<PdfTable> rest(PdfSheet sheet, double width, double room, int elsewhere) throws IOException {
        int shown = rows.isEmpty() ? 0 : fitting(sheet, width, room - HEAD + PAD, elsewhere);
        return shown == rows.size()
                ? Optional.empty()
                : Optional.of(new PdfTable(heading + ", continued", columns, rows.subList(shown, rows.size()),
                        whenEmpty));
    }

    private int fitting(PdfSheet sheet, double width, double room, int elsewhere) throws IOException {
        double all = 0;
        for (Row r : rows) {
            all += height(sheet, r, width);
        }
        if (all + (elsewhere > 0 ? MORE : 0) <= room) {
            return rows.size();
        }
        double used = MORE;
        int shown = 0;
        while (shown < rows.size() && used + height(sheet, rows.get(shown), width) <= room) {
            used += height(sheet, rows.get(shown), width);
            shown++;
        }
        return shown;
    }

    private void titles(PdfSheet sheet, double x, double baseline, double width) throws IOException {
        double left = x;
        for (Column c : columns) {
            double wide = wide(c, width);
            double from = left;
            sheet.part("TH", () -> {
                if (c.kind() == Kind.NUMBER) {
                    sheet.textEndingAt(c.title(), TITLE, from + wide - GUTTER, baseline, wide - GUTTER);
                } else {
                    sheet.text(c.title(), TITLE, from, baseline, wide - GUTTER);
                }
            });
            left += wide;
        }
    }

    private void draw(PdfSheet sheet, Row row, double x, double top, double width) throws IOException {
        double left = x;
        double first = top + PAD + MAIN.size();
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            double room = wide(c, width) - GUTTER;
            Cell cell = row.cells().get(i);
            double from = left;
            // The note beneath the row has no column of its own; it is heard with the last one.
            String note = i == columns.size() - 1 ? row.note() : "";
            sheet.part("TD", () -> {
                cell(sheet, row, c, cell, from, first, room);
                if (!note.isEmpty()) {
                    sheet.text(note, NOTE, x, top + height(sheet, row, width) - PAD - 1, width);
                }
            });
            left += wide(c, width);
        }
    }

    private static void cell(PdfSheet sheet, Row row, Column c, Cell cell, double left, double first, double room)
            throws IOException {
        switch (c.kind()) {
            case REMARK -> {
                double y = first;
                for (String line : remark(sheet, cell, room)) {
                    sheet.text(line, SUB, left, y, room);
                    y += SUB.leading();
                }
            }
            case NUMBER -> {
                PdfSheet.Style style = row.struck() ? VALUE.in(PdfSheet.MUTED) : VALUE;
                double wide = sheet.textEndingAt(cell.main(), style, left + room, first, room);
                strike(sheet, row, left + room - wide, first, wide);
                sheet.textEndingAt(cell.sub(), SUB, left + room, first + SUB.leading() + 0.6, room);
            }
            case TEXT -> {
                PdfSheet.Style style = row.struck() ? MAIN.in(PdfSheet.MUTED) : MAIN;
                double y = first;
                for (String line : sheet.wrap(cell.main(), style, room, MOST_LINES)) {
                    strike(sheet, row, left, y, sheet.text(line, style, left, y, room));
                    y += style.leading();
                }
                sheet.text(cell.sub(), SUB, left, y - MAIN.leading() + SUB.leading() + 0.6, room);
            }
        }
    }

    private static void strike(PdfSheet sheet, Row row, double left, double baseline, double wide)
            throws IOException {
        if (row.struck() && wide > 0) {
            double y = baseline - MAIN.size() * 0.29;
            sheet.line(left, y, left + wide, y, 0.7, PdfSheet.INK);
        }
    }

    private static List<String> remark(PdfSheet sheet, Cell cell, double room) throws IOException {
        List<String> lines = new ArrayList<>(sheet.wrap(cell.main(), SUB, room, 4));
        lines.addAll(sheet.wrap(cell.sub(), SUB, room, 3));
        return lines;
    }

    private double height(PdfSheet sheet, Row row, double width) throws IOException {
        double tallest = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            Cell cell = row.cells().get(i);
            tallest = Math.max(tallest, height(sheet, c.kind(), cell, wide(c, width) - GUTTER));
        }
        return tallest + 2 * PAD - 1 + (row.note().isEmpty() ? 0 : NOTE.leading());
    }

    private static double height(PdfSheet sheet, Kind kind, Cell cell, double room) throws IOException {
        double sub = cell.sub().isEmpty() ? 0 : SUB.leading();
        return switch (kind) {
            case REMARK -> remark(sheet, cell, room).size() * SUB.leading() + 1;
            case NUMBER -> MAIN.leading() + sub;
            case TEXT -> Math.max(1, sheet.wrap(cell.main(), MAIN, room, MOST_LINES).size()) * MAIN.leading() + sub;
        };
    }

    private double wide(Column column, double width) {
        double all = columns.stream().mapToDouble(Column::share).sum();
        return column.share() / all * width;
    }
}

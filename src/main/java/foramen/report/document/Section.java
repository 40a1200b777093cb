package foramen.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document. Where nothing is recorded the part stays, and says so.
 *
 * @param id stable name, also what a style sheet can name it by
 * @param title its heading
 * @param blocks what is in it, in order
 */
record Section(String id, String title, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }

    /** What a part can hold. */
    sealed interface Block {
        /** Whether it says anything. */
        boolean isEmpty();
    }

    /** How loudly something is said. */
    enum Tone {
        PLAIN, QUIET, CAUTION, STRUCK
    }

    /** A line of words. */
    record Text(String words, Tone tone) implements Block {
        @Override
        public boolean isEmpty() {
            return words.isBlank();
        }
    }

    /** One name with its value; {@code note} says where it comes from. */
    record Fact(String name, String value, String note) {}

    /** Names with their values. */
    record Facts(List<Fact> facts) implements Block {
        Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public boolean isEmpty() {
            return facts.isEmpty();
        }
    }

    /** A column of a table. */
    record Column(String name, boolean number) {}

    /** A row of a table, with a remark beneath it; {@code struck} where it does not count. */
    record Row(List<String> cells, String remark, boolean struck) {
        Row {
            cells = List.copyOf(cells);
        }

        static Row of(String... cells) {
            return new Row(List.of(cells), "", false);
        }
    }

    /** Rows beneath a caption; not shown where there are none. */
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int wide = columns.size();
            rows.forEach(r -> {
                if (r.cells().size() != wide) {
                    throw new IllegalArgumentException("A row has " + r.cells().size() + " cells, not " + wide);
                }
            });
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    /** Pictures side by side. */
    record Pictures(List<Picture> pictures) implements Block {
        Pictures {
            pictures = List.copyOf(pictures);
        }

        @Override
        public boolean isEmpty() {
            return pictures.isEmpty();
        }
    }

    /**
     * A picture.
     *
     * @param source the picture, as an address that holds it
     * @param alternative what it shows, for who cannot see it
     * @param caption the words beneath it
     */
    record Picture(String source, String alternative, String caption) {}

    /** Collects a part. */
    static final class Builder {
        private final String id;
        private final String title;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Adds a name with its value, unless the value is blank. */
        Builder fact(String name, String value) {
            return fact(name, value, "");
        }

        Builder fact(String name, String value, String note) {
            if (!value.isBlank()) {
                facts.add(new Fact(name, value, note));
            }
            return this;
        }

        Builder add(Block block) {
            flush();
            if (!block.isEmpty()) {
                blocks.add(block);
            }
            return this;
        }

        Builder text(String words, Tone tone) {
            return add(new Text(words, tone));
        }

        private void flush() {
            if (!facts.isEmpty()) {
                blocks.add(new Facts(facts));
                facts.clear();
            }
        }

        Section build() {
            flush();
            return new Section(id, title, blocks);
        }
    }
}

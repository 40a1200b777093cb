package foramen.report.document;

import foramen.report.document.Section.Block;
import foramen.report.document.Section.Column;
import foramen.report.document.Section.Fact;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a document under the names by which a template asks for them; the user guide lists the names. */
final class HtmlModel {
    private final DocumentWords words;

    HtmlModel(DocumentWords words) {
        this.words = words;
    }

    /** A picture as an address that holds the picture itself. */
    static String address(byte[] picture) {
        String type = picture.length > 2 && (picture[0] & 0xFF) == 0xFF && (picture[1] & 0xFF) == 0xD8
                ? "image/jpeg"
                : "image/png";
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture);
    }

    List<Map<String, Object>> sections(List<Section> sections) {
        return sections.stream().map(this::section).toList();
    }

    private Map<String, Object> section(Section s) {
        Map<String, Object> m = new HashMap<>();
        m.put("id", s.id());
        m.put("title", s.title());
        m.put("empty", s.blocks().isEmpty());
        m.put("none", DocumentWords.capital(words.text("none")));
        m.put("blocks", s.blocks().stream().map(b -> block(b, s)).toList());
        return m;
    }

    /** Every name is there, since a template that asks for an unknown one is refused; what does not apply is false. */
    private Map<String, Object> block(Block block, Section of) {
        Map<String, Object> m = new HashMap<>(
                Map.of("text", false, "facts", false, "table", false, "pictures", false));
        switch (block) {
            case Section.Text t -> m.put("text", Map.of("words", shown(t.words()), "tone", name(t.tone())));
            case Section.Facts f ->
                m.put("facts", Map.of("caption", of.title(), "rows", f.facts().stream().map(HtmlModel::fact).toList()));
            case Section.Table t -> m.put("table", table(t));
            case Section.Pictures p -> m.put("pictures", Map.of("all", p.pictures().stream()
                    .map(i -> Map.of("source", i.source(), "alternative", i.alternative(), "caption",
                            i.caption()))
                    .toList()));
        }
        return m;
    }

    private static Map<String, Object> fact(Fact f) {
        return Map.of("name", shown(f.name()), "value", shown(f.value()), "note",
                f.note().isBlank() ? false : shown(f.note()));
    }

    private static Map<String, Object> table(Section.Table t) {
        return Map.of("caption", t.caption(), "columns",
                t.columns().stream().map(c -> Map.of("name", c.name(), "kind", kind(c))).toList(), "rows",
                t.rows().stream().map(r -> row(r, t.columns())).toList());
    }

    private static Map<String, Object> row(Row r, List<Column> columns) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(Map.of("kind", kind(columns.get(i)), "lines", shown(r.cells().get(i)).lines().toList()));
        }
        return Map.of("cells", cells, "state", r.struck() ? name(Tone.STRUCK) : name(Tone.PLAIN), "remark",
                r.remark().isBlank() ? false : shown(r.remark()), "span", columns.size());
    }

    /** The typeface has no arrow. */
    static String shown(String words) {
        return words.replace("→", "->");
    }

    private static String kind(Column c) {
        return c.number() ? "number" : "words";
    }

    private static String name(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}

package foramen.report.document;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Refuses a clinic's page that leaves out what a report must not be without. */
final class Completeness {
    private Completeness() {}

    static void check(Document page, ReportContext c, List<Section> sections, List<String> notices)
            throws Template.DamagedException {
        NodeList bodies = page.getElementsByTagName("body");
        String shown = bodies.getLength() == 0 ? "" : spaced(bodies.item(0).getTextContent());
        require(shown, c.text("disclaimer"), "the disclaimer");
        require(shown, c.side(c.casefile().side()), "the side");
        for (String notice : notices) {
            require(shown, notice, "the notices about templates");
        }
        for (Section s : sections) {
            require(shown, s.title(), "the section “" + s.title() + "”");
            for (Section.Block block : s.blocks()) {
                for (String words : words(block)) {
                    require(shown, words, "a part of the section “" + s.title() + "”");
                }
            }
        }
    }

    private static List<String> words(Section.Block block) {
        return switch (block) {
            case Section.Text t -> List.of(t.words());
            case Section.Facts f -> f.facts().stream().map(Section.Fact::value).toList();
            case Section.Table t -> t.rows().stream().flatMap(r -> r.cells().stream().flatMap(String::lines)).toList();
            case Section.Pictures p -> p.pictures().stream().map(Section.Picture::caption).toList();
        };
    }

    private static void require(String shown, String words, String what) throws Template.DamagedException {
        String wanted = spaced(HtmlModel.shown(words));
        if (!wanted.isEmpty() && !shown.contains(wanted)) {
            throw new Template.DamagedException(
                    "The template " + TemplateFolder.HTML + " leaves out " + what + ", so it is not used.");
        }
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    }
}

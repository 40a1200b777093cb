package foramen.app.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Writes the user guide, whose pages travel with the program as Markdown, as HTML with its pictures. What the first page
 * links to is followed, so that no list of pages can be out of date.
 */
public final class GuidePages {
    private static final String ROOT = "/foramen/docs/";
    private static final String FIRST = "user-guide/README.md";
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer html = HtmlRenderer.builder().extensions(EXTENSIONS)
            .attributeProviderFactory(context -> GuidePages::attributes).build();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * Writes all pages and pictures into {@code folder}, over those of an earlier time.
     *
     * @return the first page
     * @throws IOException where the folder cannot be written to, or a page is missing from the installation
     */
    public Path write(Path folder) throws IOException {
        Set<String> done = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(FIRST));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (done.add(name)) {
                left.clear();
                if (name.endsWith(".md")) {
                    page(name, folder);
                } else {
                    copy(name, folder);
                }
                open.addAll(left);
            }
        }
        return folder.resolve(target(FIRST));
    }

    private void page(String name, Path folder) throws IOException {
        Node document = parser.parse(new String(bytes(name), StandardCharsets.UTF_8));
        Title title = new Title();
        document.accept(title);
        document.accept(new Following(name));
        Path to = folder.resolve(target(name));
        Files.createDirectories(to.resolveSibling(""));
        Files.writeString(to, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Foramen</title>
                <style>%s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(title.words, STYLE, html.render(document)));
    }

    private static void copy(String name, Path folder) throws IOException {
        Path to = folder.resolve(name);
        Files.createDirectories(to.resolveSibling(""));
        try (InputStream in = open(name)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = GuidePages.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new IOException("The guide's page " + name + " is missing; install Foramen again.");
        }
        return in;
    }

    private static String target(String name) {
        return name.endsWith(".md") ? name.substring(0, name.length() - 3) + ".html" : name;
    }

    /** Headings get the names under which links know them, as on the pages' own site. */
    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", anchor(TextContentRenderer.builder().build().render(node)));
        }
    }

    private static String anchor(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    /** Finds what a page leads to, and leads it to the HTML of that. */
    private final class Following extends AbstractVisitor {
        private final String page;

        Following(String page) {
            this.page = page;
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (!to.contains("://") && !to.startsWith("#") && !to.startsWith("mailto:")) {
                int mark = to.indexOf('#');
                String file = mark < 0 ? to : to.substring(0, mark);
                String name = resolved(file);
                if (name.startsWith("user-guide/")) {
                    left.add(name);
                    link.setDestination(target(file) + (mark < 0 ? "" : to.substring(mark)));
                } else {
                    unlink(link);
                    return;
                }
            }
            visitChildren(link);
        }

        /** What lies beside the sources is not with the program; the words stay. */
        private static void unlink(Link link) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            left.add(resolved(image.getDestination()));
            visitChildren(image);
        }

        private String resolved(String file) {
            return Path.of(page).resolveSibling(file).normalize().toString().replace('\\', '/');
        }
    }

    /** The first heading. */
    private static final class Title extends AbstractVisitor {
        private String words = "User guide";
        private boolean found;

        @Override
        public void visit(Heading heading) {
            if (!found) {
                words = TextContentRenderer.builder().build().render(heading);
                found = true;
            }
        }
    }

    private static final String STYLE = """
            body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1b2127; background: #fff; }
            h1, h2, h3 { line-height: 1.2; margin-top: 2rem; }
            img { max-width: 100%; border: 1px solid #c8d0d8; border-radius: 4px; }
            code, pre { font: 0.9em ui-monospace, monospace; background: #eef1f4; border-radius: 3px; }
            code { padding: 0.1em 0.3em; } pre { padding: 0.8rem; overflow-x: auto; } pre code { padding: 0; }
            table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #c8d0d8; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
            a { color: #0b6e57; }
            @media (prefers-color-scheme: dark) {
              body { color: #d5dce4; background: #14181c; } code, pre { background: #22282e; } img, th, td { border-color: #3a434c; } a { color: #5fd1b5; }
            }
            """;
}

package foramen.app.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide as it is shown from Help, without a network. */
class GuidePagesTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @Test
    void everyPageOfTheGuideIsThereAndLeadsOnlyToWhatIsThere(@TempDir Path folder) throws IOException {
        Path first = new GuidePages().write(folder);
        assertTrue(Files.isRegularFile(first));
        List<Path> pages;
        try (Stream<Path> walk = Files.walk(folder)) {
            pages = walk.filter(f -> f.toString().endsWith(".html")).toList();
        }
        try (Stream<Path> sources = Files.list(Path.of("docs/user-guide"))) {
            assertEquals(sources.filter(f -> f.toString().endsWith(".md")).count(), pages.size(), pages::toString);
        }
        List<String> broken = new ArrayList<>();
        for (Path page : pages) {
            for (MatchResult r : REFERENCE.matcher(Files.readString(page)).results().toList()) {
                String to = r.group(1);
                if (!to.contains("://") && !leads(page, to)) {
                    broken.add(page.getFileName() + " -> " + to);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void tablesAndHeadingsAreTablesAndHeadings(@TempDir Path folder) throws IOException {
        String page = Files.readString(new GuidePages().write(folder));
        assertTrue(page.contains("<table>"), "no table");
        assertTrue(page.contains("<h2 id=\"keys\">Keys</h2>"), "no heading with its name");
        assertFalse(page.contains("http://"), "a page from the network");
    }

    private static boolean leads(Path page, String to) throws IOException {
        int mark = to.indexOf('#');
        Path file = mark == 0 ? page : page.resolveSibling(mark < 0 ? to : to.substring(0, mark)).normalize();
        return Files.isRegularFile(file)
                && (mark < 0 || Files.readString(file).contains("id=\"" + to.substring(mark + 1) + "\""));
    }
}

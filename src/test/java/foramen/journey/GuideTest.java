package foramen.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.app.command.RootCommand;
import foramen.app.composition.Composition;
import foramen.ui.support.Keys;
import foramen.ui.support.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The user guide against the program it is about. */
@ExtendWith(ApplicationExtension.class)
class GuideTest {
    private static final Path GUIDE = Path.of("docs/user-guide/README.md").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("`foramen ([a-z]+)[^`]*`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--?[a-z]+)");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| [^|]+ \\|");

    private final String text;

    GuideTest() throws IOException {
        text = Files.readString(GUIDE);
    }

    @Test
    void everyPictureAndEveryLinkOfItsOwnIsThere() {
        List<String> links = LINK.matcher(text).results().map(r -> r.group(1)).filter(l -> !l.contains("://"))
                .toList();
        assertFalse(links.isEmpty());
        assertEquals(List.of(),
                links.stream().filter(l -> !Files.isRegularFile(GUIDE.resolveSibling(l).normalize())).toList());
    }

    @Test
    void everyCommandIsOneWithItsOptionsAndNoneIsLeftOut() {
        var known = RootCommand.commandLine(Composition.ofThisProcess()).getSubcommands();
        List<MatchResult> named = COMMAND.matcher(text).results().toList();
        assertEquals(known.keySet(), Set.copyOf(named.stream().map(r -> r.group(1)).toList()));
        for (MatchResult r : named) {
            Set<String> options = Objects.requireNonNull(known.get(r.group(1))).getCommandSpec().optionsMap().keySet();
            OPTION.matcher(r.group()).results()
                    .forEach(o -> assertTrue(options.contains(o.group(1)), r.group()));
        }
    }

    @Test
    void thePageOnCopiesNamesEveryOptionOfTheCommandAndNoOther() throws IOException {
        String page = Files.readString(GUIDE.resolveSibling("deidentification.md"));
        Set<String> named = Set.copyOf(Pattern.compile("(?<![\\w-])--[a-z][a-z-]+").matcher(page).results()
                .map(MatchResult::group).distinct().toList());
        Set<String> known = Objects
                .requireNonNull(RootCommand.commandLine(Composition.ofThisProcess()).getSubcommands()
                        .get("deidentify"))
                .getCommandSpec().optionsMap().keySet();
        assertTrue(known.containsAll(named), named::toString);
        Set<String> left = new java.util.TreeSet<>(known);
        left.removeAll(named);
        left.removeAll(Set.of("--help", "-h", "--version", "-V", "-o", "--output"));
        assertEquals(Set.of(), left);
    }

    @Test
    void everyKeyOfTheTableDoesSomethingAndEveryActionWithAKeyIsInTheTable(FxRobot robot, @TempDir Path home)
            throws Exception {
        PlannerRobot planner = PlannerRobot.start(robot, new Composition(home, Clock.systemUTC(), Locale.US));
        Words words = Words.in(Locale.ENGLISH, Locale.US);
        List<List<String>> actions = new ArrayList<>(planner.window().actions().all().stream()
                .map(a -> a.keys().stream().map(k -> Keys.words(k, words)).toList()).filter(k -> !k.isEmpty())
                .toList());
        planner.close();
        String table = text.substring(text.indexOf("\n## Keys"), text.indexOf("\n## Mouse"));
        List<String> wrong = new ArrayList<>();
        List<List<String>> rows = ROW.matcher(table).results().map(r -> r.group(1)).filter(k -> !k.equals("Keys"))
                .map(k -> List.of(k.split(", "))).toList();
        for (List<String> row : rows) {
            if (!actions.removeIf(keys -> keys.containsAll(row))) {
                wrong.add(row.toString());
            }
        }
        assertEquals(List.of(), wrong, "keys of the guide that do nothing, or not the same");
        assertEquals(List.of(), actions, "actions the guide leaves out");
    }
}

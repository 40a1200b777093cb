package foramen.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No source of the window holds words that the user reads: they come from {@code foramen/ui/words}. What looks like words
 * is listed here with its reason, and nothing is listed that is not there.
 */
class NoTextInSourcesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "foramen");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    /** The log and the messages of programming errors are read by who maintains the program. */
    private static final Pattern FOR_MAINTAINERS = Pattern.compile(
            "LOG\\.\\w+\\([^;]*;|throw new (IllegalArgument|IllegalState|UncheckedIO)Exception\\([^;]*;");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** A letter, and something that no identifier, style class or key has: a capital, a space, a foreign letter. */
    private static final Pattern WORDS = Pattern.compile("(?=.*\\p{L})(?=.*[\\p{Lu} ]|.*[^\\x00-\\x7f]).*");

    /** What an edit is called goes into the journal, which is English in every language (decision 0020). */
    private static final Set<String> JOURNAL = Set.of("Name ", "Set side", "Set level", "Set plane", "Rename ",
            "Unlock ", "Lock ", "Show ", "Hide ", "Delete ", "Calibrate by hand", "Override the protected scale",
            "Remove the scale set by hand", "Count trace", "Exclude trace", "Set reference level",
            "Take reference level back", "State same preset and gain",
            "Take same preset and gain back", "Set shadow of calcification",
            "Set contour of calcification", "Name target", "Set side of plan", "Choose needle", "Note on plan",
            "Delete needle plan", "Set depth", "Set angle", "Set lateral offset", "Move needle", "Change patient",
            "Change indication", "Set side to ", "Choose margin rule", "Override warning", "Remove needle as seen",
            "Remove target", "Reorder targets", "Set Doppler check", "Set approach", "Set distance to plane",
            "Set frames of worst case", "Set landmark", "Set needle direction", "Set puncture angle", "Set skin arc",
            "Set target of needle as seen", "Take override back", "Take skin as straight", "Add clip ", "Remove clip ",
            "Set side of clip ", "Mark picture of the image set",
            "Remove picture of the image set");
    /** Names of things: folders, typefaces, files, keys, formats of time, units. */
    private static final Set<String> TECHNICAL = Set.of("Documents", "Foramen", "first frame painted", "Shape.",
            "Risk.", "CheckItem.", "Procedure.", "Target.", "Complication.", "SafetyText.", "mL",
            "\\u00a0mOsm/L", "\\u00a0mg / ", "\\u00a0mL/kg", "\\u00a0mL/kg/min", "\\u00a0mL × ",
            "Visibility.", "TargetRule.", "Structure.", "Product.", "Laterality.", "ScanLevel.", "Band.", "RedFlag.",
            "Rule.", "Test.",
            "Protocol.", "Harris.", "Difference.", "Published.", "Recipe.", "Variant.", "Responder.",
            "VisitWindow.Kind.", "CSV", "*.CSV", "JSON",
            "ScanPlane.", "Quantity.", "from ", "to ", "uuuu-MM-dd HH:mm", "yyyy-MM-dd HH:mm", "HH:mm:ss",
            "\\u00a0mL", "mm²", "DICOM", "*.DCM", "DICOMDIR", "*.ZIP", "key.CTRL", "key.ALT", "key.SHIFT",
            "-fx-background-color: #%06x;", "/foramen/fonts/Roboto-Regular.ttf", "/foramen/fonts/Roboto-Medium.ttf",
            "/foramen/fonts/Roboto-Bold.ttf", "Roboto Medium", "Roboto", "leftDrag",
            "url.dll,FileProtocolHandler", "javafx.scene.control.Tooltip", " mm²", "sameScale", "secondFirst",
            "freeDrag", "ReferenceEquality", "ColourMap.", "Ctrl", "Ctrl+", "Alt", "Alt+", "Shift", "Shift+", "Weasis",
            "OHIF", "Horos",
            "(-fx-(?:font|icon)-size: )([0-9.]+)(px)", "data:text/css;charset=UTF-8;base64,");

    @Test
    void whatTheUserReadsStandsInNoSourceOfTheWindow() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> allowed = new TreeSet<>(JOURNAL);
        allowed.addAll(TECHNICAL);
        Set<String> seen = new TreeSet<>();
        for (Path file : sources()) {
            String source = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
            Matcher m = LITERAL.matcher(FOR_MAINTAINERS.matcher(source).replaceAll(" "));
            while (m.find()) {
                String text = m.group(1);
                if (WORDS.matcher(text.replaceAll("\\\\u00a0", "")).matches() || allowed.contains(text)) {
                    seen.add(text);
                    if (!allowed.contains(text)) {
                        found.add(file.getFileName() + ": " + text);
                    }
                }
            }
        }
        assertEquals(Set.of(), found, "move these to foramen/ui/words, see CONTRIBUTING.md");
        allowed.removeAll(seen);
        assertEquals(Set.of(), allowed, "listed as an exception, but in no source any more");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> ui = Files.walk(SOURCES.resolve("ui"));
                Stream<Path> window = Files.walk(SOURCES.resolve("app/window"))) {
            return Stream.concat(ui, window).filter(f -> f.toString().endsWith(".java")).sorted()
                    .collect(Collectors.toList());
        }
    }
}

package foramen.app.command;

import foramen.app.composition.UserException;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportKind.Group;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What {@code --what} and {@code --frames} of {@code foramen export} say. */
final class ExportWords {
    private static final Map<String, Predicate<ExportKind>> WHAT = new LinkedHashMap<>();

    static {
        WHAT.put("png", picture("png"));
        WHAT.put("jpg", picture("jpg"));
        WHAT.put("tiff", picture("tif"));
        WHAT.put("mp4", k -> k.extension().equals("mp4"));
        WHAT.put("gif", k -> k.extension().equals("gif"));
        WHAT.put("pdf", k -> k.extension().equals("pdf"));
        WHAT.put("csps", k -> k == ExportKind.PRESENTATION_STATE);
        WHAT.put("sr", k -> k == ExportKind.STRUCTURED_REPORT);
        WHAT.put("sc", k -> k == ExportKind.SECONDARY_CAPTURE);
        WHAT.put("seg", k -> k == ExportKind.SEGMENTATION);
        WHAT.put("dpdf", k -> k == ExportKind.ENCAPSULATED_PDF);
        WHAT.put("csv", k -> k == ExportKind.TABLES_CSV);
        WHAT.put("json", k -> k.extension().equals("json"));
        WHAT.put("roi", k -> k == ExportKind.IMAGEJ_ROIS);
        WHAT.put("stack", k -> k == ExportKind.IMAGEJ_STACK);
        WHAT.put("all", k -> true);
    }

    private ExportWords() {}

    private static Predicate<ExportKind> picture(String extension) {
        return k -> k.group() == Group.IMAGES && k.extension().equals(extension);
    }

    /** The documents that {@code words} mean, of those {@code offered}. */
    static Set<ExportKind> kinds(List<String> words, Set<ExportKind> offered) throws UserException {
        Set<ExportKind> kinds = EnumSet.noneOf(ExportKind.class);
        for (String typed : words) {
            String word = typed.strip().toLowerCase(Locale.ROOT);
            Predicate<ExportKind> meant = WHAT.get(word);
            if (meant == null) {
                throw new UserException(
                        "--what " + typed + " is unknown; name one or more of " + String.join(",", WHAT.keySet())
                                + ".");
            }
            List<ExportKind> found = offered.stream().filter(meant).toList();
            if (found.isEmpty()) {
                throw new UserException("--what " + word + ": this installation makes no such document.");
            }
            kinds.addAll(found);
        }
        return kinds;
    }

    /**
     * The frames, from 0, that {@code text} such as {@code 3,7-9} numbers.
     *
     * @param frames how many the clip has
     */
    static List<Integer> numbers(String text, int frames) throws UserException {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            int from = number(ends[0], text);
            int to = ends.length == 2 ? number(ends[1], text) : from;
            if (ends.length > 2 || to < from) {
                throw unclear(text);
            }
            if (from < 1 || to > frames) {
                throw new UserException("--frames " + text + ": the clip has " + frames
                        + (frames == 1 ? " frame." : " frames."));
            }
            for (int n = from; n <= to; n++) {
                numbers.add(n - 1);
            }
        }
        return List.copyOf(numbers);
    }

    private static int number(String text, String whole) throws UserException {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw unclear(whole, e);
        }
    }

    private static UserException unclear(String text, Throwable... cause) {
        String sentence = "--frames " + text + " is unclear; write key, drawn, or numbers such as 3,7-9.";
        return cause.length == 0 ? new UserException(sentence) : new UserException(sentence, cause[0]);
    }
}

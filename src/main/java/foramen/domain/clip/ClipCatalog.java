package foramen.domain.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in a place that holds several clips.
 *
 * @param name the place, fit for the screen
 * @param entries its clips, in {@link ClipEntry#ORDER}
 * @param problems files that should be clips and cannot be opened, with the reason
 * @param skipped sound files that are no clips
 * @param warnings what was not looked at, and why, one sentence each
 */
public record ClipCatalog(String name, List<ClipEntry> entries, List<Problem> problems, List<Skipped> skipped,
        List<String> warnings) {
    /** Copies the lists and puts the entries in order. */
    public ClipCatalog {
        entries = entries.stream().sorted(ClipEntry.ORDER).toList();
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /**
     * A file that cannot be opened.
     *
     * @param file where it lies in the place, fit for the screen
     * @param sentence what is wrong with it
     */
    public record Problem(String file, String sentence) {
        /** The sentence, with the file before it where it does not name it itself. */
        public String words() {
            return sentence.contains(file) ? sentence : file + ": " + sentence;
        }
    }

    /**
     * A file that is no clip.
     *
     * @param file where it lies in the place, fit for the screen
     * @param kind what it is, in a word or two
     * @param location where it can be opened as a file, if that is known
     */
    public record Skipped(String file, String kind, Optional<ClipLocation> location) {
        /** A file of which only the name is known. */
        public Skipped(String file, String kind) {
            this(file, kind, Optional.empty());
        }
    }

    /** How many of each kind were left out, by kind. */
    public Map<String, Integer> skippedByKind() {
        Map<String, Integer> counts = new TreeMap<>();
        skipped.forEach(s -> counts.merge(s.kind(), 1, Integer::sum));
        return counts;
    }

    /** What was left out, in a sentence; empty where nothing was. */
    public String skippedSentence() {
        if (skipped.isEmpty()) {
            return "";
        }
        List<String> kinds = new ArrayList<>();
        skippedByKind().forEach((kind, count) -> kinds.add(count + " × " + kind));
        return skipped.size() + (skipped.size() == 1 ? " file that is no clip was" : " files that are no clips were")
                + " left out: " + String.join(", ", kinds) + ".";
    }

    /** What was found, in a sentence. */
    public String summary() {
        String clips = entries.isEmpty() ? "No clip" : entries.size() == 1 ? "One clip" : entries.size() + " clips";
        String failed = problems.isEmpty()
                ? ""
                : problems.size() == 1
                        ? "; one file could not be opened"
                        : "; " + problems.size() + " files could not be opened";
        return clips + " in " + name + failed + ".";
    }
}

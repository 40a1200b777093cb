package foramen.ui.support;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that the rooms below make in English, in the language of the window: found by their English wording, the
 * texts whose keys begin with {@value #ROOM}. One whose wording is not known, or whose numbers would not come through
 * unchanged, stays as it came.
 */
final class Sentences {
    private static final String ROOM = "said.";
    /** In these the values are names of files and the like, which are never words of the domain. */
    private static final List<String> NAMING = List.of("said.job.", "said.file.", "said.catalog.");
    private static final int MOST = 500;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** The words of the domain that may stand within a sentence. */
    private static final List<String> WORDS = List.of("Laterality.", "Structure.", "Product.", "ScanLevel.",
            "ScanPlane.", "Shape.", "Quantity.", "Risk.", "CheckItem.", "Procedure.", "Target.",
            "SafetyText.");

    private final Locale locale;
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Wording> wordings = new ArrayList<>();
    /** What was said lately: pages are made anew with every frame, mostly with the same sentences. */
    private final Map<String, String> lately = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A sentence with values.
     *
     * @param english finds it, a group for each value
     * @param places which value each group is
     * @param text in the language of the window
     * @param naming whether the values stay as they are
     */
    private record Wording(Pattern english, List<Integer> places, String text, boolean naming) {}

    /**
     * @param english the wordings as the rooms below have them
     * @param wanted the same in another language
     * @param locale of that language
     */
    Sentences(ResourceBundle english, ResourceBundle wanted, Locale locale) {
        this.locale = locale;
        for (String key : english.keySet()) {
            String own = english.getString(key);
            if (WORDS.stream().anyMatch(key::startsWith)) {
                words.put(own, wanted.getString(key));
                words.putIfAbsent(own.toLowerCase(Locale.ROOT), wanted.getString(key));
            } else if (key.startsWith(ROOM)) {
                add(own, wanted.getString(key), NAMING.stream().anyMatch(key::startsWith));
            }
        }
        // The longest wording goes first: a short one may be a part of it.
        wordings.sort((a, b) -> Integer.compare(b.english().pattern().length(), a.english().pattern().length()));
    }

    private void add(String own, String theirs, boolean naming) {
        Matcher place = PLACE.matcher(own);
        StringBuilder pattern = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int end = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(own.substring(end, place.start()))).append("(.+?)");
            places.add(Integer.valueOf(place.group(1)));
            end = place.end();
        }
        if (places.isEmpty()) {
            whole.put(own, theirs);
        } else {
            pattern.append(Pattern.quote(own.substring(end)));
            wordings.add(new Wording(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, theirs,
                    naming));
        }
    }

    /** {@code sentence} in the language of the window. */
    String in(String sentence) {
        String known = lately.get(sentence);
        if (known == null) {
            known = find(sentence);
            lately.put(sentence, known);
        }
        return known;
    }

    private String find(String sentence) {
        return Optional.ofNullable(whole.get(sentence)).or(() -> Optional.ofNullable(words.get(sentence)))
                .or(() -> worded(sentence)).orElse(sentence);
    }

    private Optional<String> worded(String sentence) {
        for (Wording w : wordings) {
            Matcher m = w.english().matcher(sentence);
            if (m.matches()) {
                Object[] values = new Object[w.places().stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
                for (int i = 0; i < w.places().size(); i++) {
                    values[w.places().get(i)] = w.naming() ? m.group(i + 1) : in(m.group(i + 1));
                }
                String said = new MessageFormat(w.text(), locale).format(values);
                return numbers(said).equals(numbers(sentence)) ? Optional.of(said) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A number that got lost, doubled or changed on the way would be a wrong millimetre. */
    private static List<String> numbers(String text) {
        String[] all = NUMBER.matcher(text).results().map(java.util.regex.MatchResult::group).toArray(String[]::new);
        Arrays.sort(all);
        return List.of(all);
    }
}

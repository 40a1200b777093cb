package foramen.domain.data;

import foramen.domain.data.DataText.Node;
import foramen.domain.data.DataText.Nothing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds to a clinic's own file what it lacks because it is older than the planner: whole sections and lists, and the
 * {@link NeededRows} of lists. A row is added whole, with its source; a figure of a row that is there never is, for half
 * a row from another file would be nobody's rule. Rows of the clinic's own stand first, so that they win where several fit.
 */
final class Filling {
    /** The field in which a clinic names the rows that it does without on purpose. */
    static final String LEFT_OUT = "leftOut";

    private static final String SOURCE = "source";
    private static final String VERSION = "version";
    /** What a row is known by or comes from, which is not what it states. */
    private static final Set<String> NOT_STATED = Set.of("id", SOURCE, "confidence", "note");
    private static final int LONGEST = 160;

    private final DataText file;
    private final Map<String, NeededRows> needed;
    private final String release;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final List<FilledRows.Row> filled = new ArrayList<>();

    Filling(DataText file, List<NeededRows> needed, String release) {
        this.file = file;
        this.needed = needed.stream().collect(Collectors.toMap(NeededRows::list, Function.identity()));
        this.release = release;
    }

    /**
     * The clinic's own file with what it lacks.
     *
     * @throws DataFileException where it names something to be left out that it does not lack
     */
    Node fill(Node own, Node shipped) throws DataFileException {
        if (!(own.value() instanceof Map<?, ?>)) {
            return own;
        }
        Map<String, Node> fields = object(own);
        Optional<Node> named = Optional.ofNullable(fields.remove(LEFT_OUT));
        if (named.isPresent()) {
            leftOut.addAll(names(named.get()));
        }
        Map<String, Node> whole = section(fields, object(shipped), Place.FILE, true);
        if (!leftOut.isEmpty()) {
            throw file.complaint(named.orElse(own).line(), DataEntry.ROOT, "names “" + leftOut.iterator().next()
                    + "” in “" + LEFT_OUT + "”, which is no row that it lacks");
        }
        if (!filled.isEmpty() && version(own).isPresent()) {
            whole.put(VERSION, new Node(FilledRows.versions(version(own).get(), version(shipped).orElse(""), release),
                    own.line()));
        }
        return new Node(whole, own.line());
    }

    /** What was added to {@code own}, which lies at {@code place}. */
    Optional<FilledRows> told(String place, Node own, Node shipped) {
        return filled.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FilledRows(place, version(own).orElse(""), version(shipped).orElse(""), release, filled));
    }

    private List<String> names(Node named) throws DataFileException {
        List<String> all = new ArrayList<>();
        if (named.value() instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Node node && node.value() instanceof String words) {
                    all.add(words.strip());
                } else {
                    throw file.complaint(named.line(), DataEntry.ROOT, "needs words in “" + LEFT_OUT + "”");
                }
            }
            return all;
        }
        throw file.complaint(named.line(), DataEntry.ROOT, "needs a list in “" + LEFT_OUT + "”");
    }

    /**
     * Where a section, list or row stands.
     *
     * @param name its name for people, with what tells rows apart
     * @param list the lists and sections it stands in, as {@link NeededRows} name them
     */
    private record Place(String name, String list) {
        static final Place FILE = new Place("", "");

        Place field(String field) {
            return name.isEmpty() ? new Place(field, field) : new Place(name + "/" + field, list + "/" + field);
        }

        Place row(String row) {
            return new Place(name + "/" + row, list);
        }
    }

    /**
     * @param folder whether the section only holds others, each with a source of its own, so that one of them may be
     * lacking; of a section with a source only its needed rows are looked for
     */
    private Map<String, Node> section(Map<String, Node> own, Map<String, Node> shipped, Place at, boolean folder) {
        Map<String, Node> whole = new LinkedHashMap<>(own);
        shipped.forEach((name, ships) -> {
            Place place = at.field(name);
            boolean list = ships.value() instanceof List<?>;
            boolean object = ships.value() instanceof Map<?, ?>;
            if ((!list && !object) || (!folder && !needed.containsKey(place.list()))) {
                return;
            }
            Node has = own.get(name);
            if (has == null || has.value() instanceof Nothing) {
                add(place, ships).ifPresent(n -> whole.put(name, n));
            } else if (list && has.value() instanceof List<?>) {
                whole.put(name, new Node(rows(items(has), items(ships), place), has.line()));
            } else if (!list && has.value() instanceof Map<?, ?>) {
                Map<String, Node> below = object(ships);
                whole.put(name, new Node(section(object(has), below, place, !below.containsKey(SOURCE)), has.line()));
            }
        });
        return whole;
    }

    private List<Node> rows(List<Node> own, List<Node> shipped, Place place) {
        List<Node> first = new ArrayList<>();
        List<Node> whole = new ArrayList<>(own);
        List<Node> last = new ArrayList<>();
        NeededRows need = needed.getOrDefault(place.list(), NeededRows.byId(place.list()));
        for (Node ships : shipped) {
            if (!(ships.value() instanceof Map<?, ?>) || special(ships, need)) {
                continue;
            }
            String key = key(ships, need);
            Place row = place.row(key.isEmpty() ? word(ships, "id") : key);
            int at = indexOf(own, need, key);
            if (at >= 0) {
                whole.set(at, new Node(section(object(own.get(at)), object(ships), row, false), own.get(at).line()));
            } else if (needed.containsKey(place.list())) {
                // The rule for all places stands first; it is the one row that nothing tells apart.
                List<Node> among = key.isEmpty() ? first : last;
                add(row, ships).ifPresent(among::add);
            }
        }
        return Stream.of(first, whole, last).flatMap(List::stream).toList();
    }

    private static int indexOf(List<Node> own, NeededRows need, String key) {
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).value() instanceof Map<?, ?> && !special(own.get(i), need)
                    && key(own.get(i), need).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Node> add(Place place, Node ships) {
        if (leftOut.remove(place.name())) {
            return Optional.empty();
        }
        filled.add(new FilledRows.Row(place.name(), states(ships)));
        return Optional.of(marked(ships));
    }

    private static boolean special(Node row, NeededRows need) {
        return !need.special().isEmpty() && !word(row, need.special()).isEmpty();
    }

    private static String key(Node row, NeededRows need) {
        List<String> parts = new ArrayList<>();
        need.names().forEach(n -> parts.add(word(row, n)));
        need.choices().forEach(n -> parts.add(word(row, n).toLowerCase(Locale.ROOT).replace('_', '-')));
        parts.removeIf(String::isEmpty);
        return String.join("/", parts);
    }

    /** The words of a field, or of all that stand in it; empty where it is absent. */
    private static String word(Node row, String field) {
        if (!(row.value() instanceof Map<?, ?> fields) || !(fields.get(field) instanceof Node node)) {
            return "";
        }
        return plain(node);
    }

    private static String plain(Node node) {
        return switch (node.value()) {
            case Nothing n -> "";
            case List<?> items -> items.stream().map(i -> plain((Node) i)).collect(Collectors.joining("+"));
            case Map<?, ?> fields -> fields.containsKey("id") ? word(node, "id") : stated(object(node));
            default -> String.valueOf(node.value()).strip();
        };
    }

    private static String states(Node ships) {
        String words = ships.value() instanceof List<?> items
                ? items.stream().map(i -> plain((Node) i)).collect(Collectors.joining(", "))
                : stated(object(ships));
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static String stated(Map<String, Node> fields) {
        return fields.entrySet().stream().filter(f -> !NOT_STATED.contains(f.getKey()))
                .map(f -> f.getKey() + " " + plain(f.getValue())).collect(Collectors.joining(", "));
    }

    /** The same, with where it comes from in each of its sources. */
    private Node marked(Node ships) {
        return new Node(switch (ships.value()) {
            case List<?> items -> items.stream().map(i -> marked((Node) i)).toList();
            case Map<?, ?> fields -> {
                Map<String, Node> marked = new LinkedHashMap<>();
                object(ships).forEach((name, value) -> marked.put(name,
                        name.equals(SOURCE) && value.value() instanceof String words
                                ? new Node(words + " (" + FilledRows.origin(release) + ")", value.line())
                                : marked(value)));
                yield marked;
            }
            default -> ships.value();
        }, ships.line());
    }

    private static Optional<String> version(Node root) {
        return Optional.of(word(root, VERSION)).filter(v -> !v.isBlank());
    }

    private static Map<String, Node> object(Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (node.value() instanceof Map<?, ?> object) {
            object.forEach((k, v) -> fields.put(String.valueOf(k), (Node) v));
        }
        return fields;
    }

    private static List<Node> items(Node node) {
        return node.value() instanceof List<?> list ? list.stream().map(Node.class::cast).toList() : List.of();
    }
}

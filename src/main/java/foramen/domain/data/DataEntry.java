package foramen.domain.data;

import foramen.domain.data.DataFile.Read;
import foramen.domain.data.DataText.Node;
import foramen.domain.data.DataText.Nothing;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One object of a {@link DataFile}. Every field that is not asked for is refused as unknown when the object is done. */
public final class DataEntry {
    /** More digits than these are no clinical figure, and an exponent could ask for any amount of memory. */
    private static final int LONGEST_DECIMAL = 20;

    static final String ROOT = "the file";

    private final DataText file;
    private final int line;
    private final String where;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    DataEntry(DataText file, Node node, String where) throws DataFileException {
        this.file = file;
        this.line = node.line();
        this.where = where;
        if (!(node.value() instanceof Map<?, ?> object)) {
            throw file.complaint(line, where, "is not an object");
        }
        object.forEach((k, v) -> fields.put(String.valueOf(k), (Node) v));
    }

    /** The line the object begins on, from 1. */
    public int line() {
        return line;
    }

    /** Where the file was found, for people. */
    public String place() {
        return file.name();
    }

    /** Whether the object has the field, and it is not null. */
    public boolean has(String name) {
        asked.add(name);
        Node node = fields.get(name);
        return node != null && !(node.value() instanceof Nothing);
    }

    /** Words that are not blank. */
    public String text(String name) throws DataFileException {
        Node node = required(name);
        if (!(node.value() instanceof String words) || words.isBlank()) {
            throw wrong(node, "needs words in “" + name + "”");
        }
        return words.strip();
    }

    /** Words, or nothing. */
    public String textOr(String name, String otherwise) throws DataFileException {
        return has(name) ? text(name) : otherwise;
    }

    /** A list of words, empty where the field is absent. */
    public List<String> texts(String name) throws DataFileException {
        List<String> all = new ArrayList<>();
        for (Node item : items(name)) {
            if (!(item.value() instanceof String words) || words.isBlank()) {
                throw wrong(item, "needs words in “" + name + "”");
            }
            all.add(words.strip());
        }
        return all;
    }

    /** A list of words that has to be there, though it may be empty. */
    public List<String> eachText(String name) throws DataFileException {
        required(name);
        return texts(name);
    }

    /** An exact number from {@code least} to {@code most}. */
    public BigDecimal number(String name, String least, String most) throws DataFileException {
        Node node = required(name);
        @Nullable
        BigDecimal value = node.value() instanceof BigDecimal ? decimal(node.value()) : null;
        if (value == null || value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw wrong(node, "needs a number from " + least + " to " + most + " in “" + name + "”");
        }
        return value;
    }

    /** An exact decimal above nought, written as a number or in quotes. */
    public BigDecimal decimal(String name) throws DataFileException {
        Node node = required(name);
        @Nullable
        BigDecimal value = decimal(node.value());
        if (value == null || value.signum() <= 0) {
            throw wrong(node, "needs a plain number above 0 in “" + name + "”");
        }
        return value;
    }

    /** An exact decimal above nought where the field is there. */
    public Optional<BigDecimal> optionalDecimal(String name) throws DataFileException {
        return has(name) ? Optional.of(decimal(name)) : Optional.empty();
    }

    private static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number.precision() > LONGEST_DECIMAL || Math.abs(number.scale()) > LONGEST_DECIMAL ? null : number;
        }
        return value instanceof String words && words.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(words) : null;
    }

    /** A whole number of {@code least} or more. */
    public int whole(String name, int least) throws DataFileException {
        Node node = required(name);
        @Nullable
        BigDecimal value = decimal(node.value());
        try {
            if (value != null && value.intValueExact() >= least) {
                return value.intValueExact();
            }
        } catch (ArithmeticException e) {
            throw wrong(node, "needs a whole number of " + least + " or more in “" + name + "”").because(e);
        }
        throw wrong(node, "needs a whole number of " + least + " or more in “" + name + "”");
    }

    /** A whole number from {@code least} to {@code most}. */
    public int whole(String name, int least, int most) throws DataFileException {
        try {
            return number(name, String.valueOf(least), String.valueOf(most)).intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(required(name), "needs a whole number in “" + name + "”").because(e);
        }
    }

    /** A whole number where the field is there. */
    public Optional<Integer> optionalWhole(String name, int least) throws DataFileException {
        return has(name) ? Optional.of(whole(name, least)) : Optional.empty();
    }

    /** True or false; false where the field is absent. */
    public boolean flag(String name) throws DataFileException {
        return has(name) && yesOrNo(name);
    }

    /** True or false, which has to be said. */
    public boolean yesOrNo(String name) throws DataFileException {
        Node node = required(name);
        if (!(node.value() instanceof Boolean flag)) {
            throw wrong(node, "needs true or false in “" + name + "”");
        }
        return flag;
    }

    /** A day, year-month-day. */
    public LocalDate date(String name) throws DataFileException {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(required(name), "needs a date such as 2026-11-21 in “" + name + "”").because(e);
        }
    }

    /** A moment, ISO 8601. */
    public Instant instant(String name) throws DataFileException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(required(name), "needs a time such as 2026-11-21T09:00:00Z in “" + name + "”").because(e);
        }
    }

    /** One of the words of {@code type}, in either case, with hyphens or underscores. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) throws DataFileException {
        return choice(required(name), name, text(name), type);
    }

    /** A list, which has to be there, of words of {@code type}. */
    public <E extends Enum<E>> List<E> eachChoice(String name, Class<E> type) throws DataFileException {
        List<E> all = new ArrayList<>();
        for (String words : eachText(name)) {
            all.add(choice(items(name).get(all.size()), name, words, type));
        }
        return all;
    }

    private <E extends Enum<E>> E choice(Node node, String name, String words, Class<E> type)
            throws DataFileException {
        String word = words.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E option : type.getEnumConstants()) {
            if (option.name().equals(word)) {
                return option;
            }
        }
        throw wrong(node, "knows no “" + words + "” in “" + name + "”; it is one of "
                + Arrays.stream(type.getEnumConstants()).map(E::name).collect(Collectors.joining(", ")));
    }

    /** Words that {@code parse} understands. */
    public <T> T parsed(String name, Function<String, T> parse) throws DataFileException {
        return parsed(required(name), name, text(name), parse);
    }

    /** A list, which has to be there, of words that {@code parse} understands. */
    public <T> List<T> eachParsed(String name, Function<String, T> parse) throws DataFileException {
        List<T> all = new ArrayList<>();
        for (String words : eachText(name)) {
            all.add(parsed(items(name).get(all.size()), name, words, parse));
        }
        return all;
    }

    private <T> T parsed(Node node, String name, String words, Function<String, T> parse) throws DataFileException {
        try {
            return parse.apply(words);
        } catch (DateTimeException e) {
            throw wrong(node, "cannot have “" + words + "” in “" + name + "”").because(e);
        } catch (IllegalArgumentException e) {
            throw wrong(node, "cannot have “" + words + "” in “" + name + "”: " + e.getMessage()).because(e);
        }
    }

    /** What {@code read} makes of the object in a field. */
    public <T> T object(String name, Read<T> read) throws DataFileException {
        return content(required(name), where.equals(ROOT) ? name : name + " of " + where, read);
    }

    /** What {@code read} makes of the object in a field that may be absent. */
    public <T> Optional<T> optional(String name, Read<T> read) throws DataFileException {
        return has(name) ? Optional.of(object(name, read)) : Optional.empty();
    }

    /** What {@code read} makes of each object of a list; an absent field is an empty list. */
    public <T> List<T> list(String name, Read<T> read) throws DataFileException {
        List<T> all = new ArrayList<>();
        for (Node item : items(name)) {
            all.add(content(item, "entry " + (all.size() + 1) + " of " + name + named(item), read));
        }
        return all;
    }

    /** What {@code read} makes of each object of a list that has to be there, though it may be empty. */
    public <T> List<T> each(String name, Read<T> read) throws DataFileException {
        required(name);
        return list(name, read);
    }

    /** The objects of a list under their {@code id}, which must be words that stand once. */
    public <T> Map<String, T> byId(String name, Read<T> read) throws DataFileException {
        Map<String, T> all = new LinkedHashMap<>();
        for (Node item : items(name)) {
            String place = "entry " + (all.size() + 1) + " of " + name + named(item);
            DataEntry entry = new DataEntry(file, item, place);
            String id = entry.text("id");
            if (all.containsKey(id)) {
                throw entry.wrong("repeats the id “" + id + "”");
            }
            all.put(id, entry.all(read));
        }
        return all;
    }

    /** A complaint about this object. */
    public DataFileException wrong(String what) {
        return file.complaint(line, where, what);
    }

    private DataFileException wrong(Node node, String what) {
        return file.complaint(node.line(), where, what);
    }

    private <T> T content(Node node, String place, Read<T> read) throws DataFileException {
        return new DataEntry(file, node, place).all(read);
    }

    /** What {@code read} makes of this object, once it has asked for every field. */
    <T> T all(Read<T> read) throws DataFileException {
        T content = refusing(read);
        finish();
        return content;
    }

    private <T> T refusing(Read<T> read) throws DataFileException {
        try {
            return read.from(this);
        } catch (IllegalArgumentException e) {
            throw file.refusal(line, where, e);
        }
    }

    private static String named(Node item) {
        return item.value() instanceof Map<?, ?> object && object.get("id") instanceof Node id
                && id.value() instanceof String words ? " (" + words + ")" : "";
    }

    private List<Node> items(String name) throws DataFileException {
        if (!has(name)) {
            return List.of();
        }
        Node node = required(name);
        if (!(node.value() instanceof List<?> list)) {
            throw wrong(node, "needs a list in “" + name + "”");
        }
        return list.stream().map(Node.class::cast).toList();
    }

    private Node required(String name) throws DataFileException {
        asked.add(name);
        Node node = fields.get(name);
        if (node == null || node.value() instanceof Nothing) {
            throw wrong("lacks “" + name + "”");
        }
        return node;
    }

    private void finish() throws DataFileException {
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!asked.contains(field.getKey())) {
                throw wrong(field.getValue(), "has the unknown field “" + field.getKey() + "”");
            }
        }
    }
}

package foramen.domain.datafile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One object of a data file. A field that is missing, unknown or out of its range is refused, so that a slip in a
 * clinic's own copy cannot silently change a verdict.
 *
 * <p>Every method throws {@link DataFileException} with one sentence that says what is wrong and where.
 */
public final class DataEntry {
    private final JsonNode node;
    private final String head;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    private DataEntry(JsonNode node, String head, String where) throws DataFileException {
        this.node = node;
        this.head = head;
        this.where = where;
        if (!node.isObject()) {
            throw wrong("is not an object");
        }
    }

    static DataEntry of(String json, String head) throws DataFileException {
        try {
            JsonNode root = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
                    .readTree(json);
            return new DataEntry(root, head, "the file");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new DataFileException(head + "is no valid JSON" + (at == null
                    ? ""
                    : " at line " + at.getLineNr() + ", column " + at.getColumnNr()) + "; mend or remove it.", e);
        }
    }

    /** Reads one entry. */
    @FunctionalInterface
    public interface Read<T> {
        /** What the entry says. */
        T from(DataEntry e) throws DataFileException;
    }

    /** The entries of a list, each read by {@code read}, which has to ask for every field they have. */
    public <T> List<T> each(String name, Read<T> read) throws DataFileException {
        List<T> all = new ArrayList<>();
        for (JsonNode item : array(name)) {
            all.add(new DataEntry(item, head, "entry " + (all.size() + 1) + " of " + name).all(read));
        }
        return all;
    }

    /** One object, read by {@code read}, which has to ask for every field it has. */
    public <T> T one(String name, Read<T> read) throws DataFileException {
        return new DataEntry(required(name), head, name).all(read);
    }

    /** As {@link #one}; empty where the field is absent. */
    public <T> Optional<T> optional(String name, Read<T> read) throws DataFileException {
        return has(name) ? Optional.of(one(name, read)) : Optional.empty();
    }

    /** What {@code read} makes of this object, once it has asked for every field. */
    public <T> T all(Read<T> read) throws DataFileException {
        T value = read.from(this);
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw wrong("has the unknown field “" + unknown.iterator().next() + "”");
        }
        return value;
    }

    /** Whether the field is there. */
    public boolean has(String name) {
        asked.add(name);
        return node.hasNonNull(name);
    }

    /** Words that are not blank. */
    public String text(String name) throws DataFileException {
        JsonNode value = required(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong("needs words in “" + name + "”");
        }
        return value.textValue().strip();
    }

    /** Words, or nothing where the field is absent. */
    public String textOrNone(String name) throws DataFileException {
        return has(name) ? text(name) : "";
    }

    /** A list of words. */
    public List<String> texts(String name) throws DataFileException {
        List<String> all = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual() || item.textValue().isBlank()) {
                throw wrong("needs words in every place of “" + name + "”");
            }
            all.add(item.textValue().strip());
        }
        return all;
    }

    /** A number from {@code least} to {@code most}, exact. */
    public BigDecimal number(String name, String least, String most) throws DataFileException {
        JsonNode value = required(name);
        boolean fits = value.isNumber() && value.decimalValue().compareTo(new BigDecimal(least)) >= 0
                && value.decimalValue().compareTo(new BigDecimal(most)) <= 0;
        if (!fits) {
            throw wrong("needs a number from " + least + " to " + most + " in “" + name + "”");
        }
        return value.decimalValue();
    }

    /** A whole number from {@code least} to {@code most}. */
    public int whole(String name, int least, int most) throws DataFileException {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least
                || value.intValue() > most) {
            throw wrong("needs a whole number from " + least + " to " + most + " in “" + name + "”");
        }
        return value.intValue();
    }

    /** Yes or no. */
    public boolean flag(String name) throws DataFileException {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong("needs true or false in “" + name + "”");
        }
        return value.booleanValue();
    }

    /** One of the options, in either case. */
    public <E extends Enum<E>> E choice(String name, E[] options) throws DataFileException {
        String word = text(name).toUpperCase(Locale.ROOT);
        for (E option : options) {
            if (option.name().equals(word)) {
                return option;
            }
        }
        throw wrong("knows no “" + text(name) + "” in “" + name + "”; it is one of "
                + String.join(", ", Arrays.stream(options).map(Enum::name).toList()));
    }

    /** Words that {@code parse} understands. */
    public <T> T parsed(String name, Function<String, T> parse) throws DataFileException {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            DataFileException wrong = wrong("cannot have “" + text + "” in “" + name + "”");
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** Source, confidence and note of this entry. */
    public Citation citation() throws DataFileException {
        return new Citation(text("source"), choice("confidence", Citation.Confidence.values()), textOrNone("note"));
    }

    /** The error that this entry {@code what}. */
    public DataFileException wrong(String what) {
        return new DataFileException(head + "cannot be used: " + where + " " + what + ".");
    }

    private JsonNode array(String name) throws DataFileException {
        JsonNode list = required(name);
        if (!list.isArray()) {
            throw wrong("needs a list in “" + name + "”");
        }
        return list;
    }

    private JsonNode required(String name) throws DataFileException {
        if (!has(name)) {
            throw wrong("lacks “" + name + "”");
        }
        return node.required(name);
    }
}

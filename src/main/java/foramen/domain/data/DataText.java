package foramen.domain.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text read with the line of every value at hand, so that a complaint can say where to look. Numbers are exact
 * decimals; a name that stands twice in one object is refused.
 *
 * @param name what to call the text in a complaint, with its place
 * @param advice what to do about a complaint
 */
record DataText(String name, String advice) {
    private static final int DEEPEST = 32;

    /** A value and the line it stands on, from 1. */
    record Node(Object value, int line) {}

    /** What {@code null} in a file is. */
    record Nothing() {}

    DataFileException complaint(int line, String where, String what) {
        return new DataFileException(name + ", line " + line + ": " + where + " " + what + ". " + advice + ".");
    }

    /** What a record says of figures that are each in range but do not fit one another. */
    DataFileException refusal(int line, String where, IllegalArgumentException e) {
        return new DataFileException(
                name + ", line " + line + ": " + where + ": " + e.getMessage() + ". " + advice + ".",
                e);
    }

    Node parse(String text) throws DataFileException {
        try (JsonParser parser = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
                .createParser(text)) {
            parser.nextToken();
            Node root = node(parser, 0);
            if (parser.nextToken() != null) {
                throw complaint(parser.currentTokenLocation().getLineNr(), "the file", "goes on after its end");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DataFileException(name + ", line " + line + ": this is no valid JSON. " + advice + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }

    private Node node(JsonParser parser, int depth) throws IOException, DataFileException {
        int line = parser.currentTokenLocation().getLineNr();
        @Nullable
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw complaint(line, "the file", "is empty");
        }
        if (depth > DEEPEST) {
            throw complaint(line, "the file", "is nested too deeply");
        }
        return new Node(switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> new Nothing();
        }, line);
    }

    private Map<String, Node> object(JsonParser parser, int depth) throws IOException, DataFileException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            fields.put(field, node(parser, depth + 1));
        }
        return fields;
    }

    private List<Node> array(JsonParser parser, int depth) throws IOException, DataFileException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return items;
    }
}

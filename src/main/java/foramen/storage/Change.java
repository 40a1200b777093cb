package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one edit changed in a case's document, before and after, as a JSON document of its own.
 *
 * <p>It knows nothing of cases: objects are compared field by field, lists by the items' own identifiers (see
 * {@link ListChange}), anything else as a whole. So a component added to the case needs no work here. Each step has a
 * {@code path} and
 * <ul>
 * <li>{@code before} and {@code after}, of which one is missing where a field came or went;
 * <li>{@code keys}, the fields in their new order, where it is another than old ones first, new ones last;
 * <li>or the items of a list that came, went, changed or moved.
 * </ul>
 */
final class Change {
    private static final String PATH = "path";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String KEYS = "keys";

    private Change() {}

    /** The steps that lead from {@code before} to {@code after}. */
    static ArrayNode between(ObjectNode before, ObjectNode after) {
        ArrayNode steps = Canonical.object().putArray("steps");
        compare(List.of(), before, after, steps);
        return steps;
    }

    private static void compare(List<String> path, ObjectNode before, ObjectNode after, ArrayNode steps) {
        List<String> predicted = new ArrayList<>();
        before.properties().forEach(field -> {
            if (after.has(field.getKey())) {
                predicted.add(field.getKey());
            } else {
                step(steps, path, field.getKey()).set(BEFORE, field.getValue());
            }
        });
        after.properties().forEach(field -> {
            JsonNode old = before.get(field.getKey());
            if (old == null) {
                predicted.add(field.getKey());
                step(steps, path, field.getKey()).set(AFTER, field.getValue());
            } else if (!old.equals(field.getValue())) {
                compare(with(path, field.getKey()), old, field.getValue(), steps);
            }
        });
        List<String> keys = keys(after);
        if (!keys.equals(predicted)) {
            ArrayNode order = step(steps, path).putArray(KEYS);
            keys.forEach(order::add);
        }
    }

    private static void compare(List<String> path, JsonNode before, JsonNode after, ArrayNode steps) {
        if (before instanceof ObjectNode b && after instanceof ObjectNode a) {
            compare(path, b, a, steps);
        } else if (before instanceof ArrayNode b && after instanceof ArrayNode a) {
            ListChange.between(b, a, step(steps, path));
        } else {
            step(steps, path).<ObjectNode>set(BEFORE, before).set(AFTER, after);
        }
    }

    /**
     * {@code before} after {@code steps}; {@code before} itself stays as it is.
     *
     * @throws Fields.Malformed where a step does not fit
     */
    static ObjectNode applied(ObjectNode before, JsonNode steps) {
        ObjectNode state = before;
        for (JsonNode step : steps) {
            if (!(step instanceof ObjectNode s) || !(s.get(PATH) instanceof ArrayNode path)) {
                throw new Fields.Malformed("a step", "has no path");
            }
            List<String> names = path.valueStream().map(JsonNode::asText).toList();
            state = s.has(KEYS) ? ordered(state, names, s.get(KEYS)) : replaced(state, names, s);
        }
        return state;
    }

    private static ObjectNode replaced(ObjectNode object, List<String> path, ObjectNode step) {
        if (path.isEmpty()) {
            throw new Fields.Malformed("a step", "has an empty path");
        }
        String name = path.getFirst();
        JsonNode old = object.get(name);
        ObjectNode next = shallow(object);
        if (path.size() > 1) {
            next.set(name, replaced(object(old, name), path.subList(1, path.size()), step));
        } else if (ListChange.is(step)) {
            if (!(old instanceof ArrayNode list)) {
                throw new Fields.Malformed(name, "is not the list that was changed");
            }
            next.set(name, ListChange.applied(list, step));
        } else {
            JsonNode expected = step.get(BEFORE);
            if (expected == null ? old != null : !expected.equals(old)) {
                throw new Fields.Malformed(name, "is not what it was before the change");
            }
            JsonNode value = step.get(AFTER);
            if (value == null) {
                next.remove(name);
            } else {
                next.set(name, value);
            }
        }
        return next;
    }

    private static ObjectNode ordered(ObjectNode object, List<String> path, JsonNode keys) {
        if (!path.isEmpty()) {
            ObjectNode next = shallow(object);
            String name = path.getFirst();
            next.set(name, ordered(object(object.get(name), name), path.subList(1, path.size()), keys));
            return next;
        }
        ObjectNode next = Canonical.object();
        for (JsonNode key : keys) {
            JsonNode value = object.get(key.asText());
            if (value == null) {
                throw new Fields.Malformed(key.asText(), "is missing");
            }
            next.set(key.asText(), value);
        }
        if (next.size() != object.size()) {
            throw new Fields.Malformed("a step", "forgets a field");
        }
        return next;
    }

    private static ObjectNode object(@Nullable JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Fields.Malformed(name, "is not the object that was changed");
    }

    private static ObjectNode shallow(ObjectNode object) {
        ObjectNode copy = Canonical.object();
        copy.setAll(object);
        return copy;
    }

    private static List<String> keys(ObjectNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static ObjectNode step(ArrayNode steps, List<String> path, String name) {
        return step(steps, with(path, name));
    }

    private static ObjectNode step(ArrayNode steps, List<String> path) {
        ObjectNode step = steps.addObject();
        ArrayNode names = step.putArray(PATH);
        path.forEach(names::add);
        return step;
    }

    private static List<String> with(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}

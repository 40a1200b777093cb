package foramen.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a list: by the items' own identifier where all have one, else the stretch that differs.
 *
 * <p>By identifier, {@code key} names the field, {@code removed} has what went and where it stood, {@code put} what was
 * changed (before, after) and what came (after, and where it stands now), and {@code order} all identifiers where items
 * that stayed changed places. A stretch is {@code at}, {@code cut} and {@code insert}.
 */
final class ListChange {
    private static final String KEY = "key";
    private static final String REMOVED = "removed";
    private static final String PUT = "put";
    private static final String ORDER = "order";
    private static final String AT = "at";
    private static final String CUT = "cut";
    private static final String INSERT = "insert";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private ListChange() {}

    static boolean is(ObjectNode step) {
        return step.has(KEY) || step.has(CUT);
    }

    static void between(ArrayNode before, ArrayNode after, ObjectNode step) {
        Optional<String> key = key(before, after);
        if (key.isPresent()) {
            byKey(key.get(), before, after, step);
        } else {
            stretch(before, after, step);
        }
    }

    /** The field that names each item, {@code id} first; empty where there is none. */
    private static Optional<String> key(ArrayNode before, ArrayNode after) {
        JsonNode sample = before.isEmpty() ? after.get(0) : before.get(0);
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add("id");
        sample.propertyStream().filter(p -> p.getValue().isTextual()).map(Map.Entry::getKey).forEach(candidates::add);
        return candidates.stream().filter(k -> names(k, before) && names(k, after)).findFirst();
    }

    private static boolean names(String key, ArrayNode list) {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            JsonNode value = item.get(key);
            if (value == null || !value.isTextual() || !seen.add(value.textValue())) {
                return false;
            }
        }
        return true;
    }

    private static void byKey(String key, ArrayNode before, ArrayNode after, ObjectNode step) {
        step.put(KEY, key);
        Map<String, JsonNode> old = index(key, before);
        Map<String, JsonNode> now = index(key, after);
        ArrayNode removed = step.putArray(REMOVED);
        ArrayNode put = step.putArray(PUT);
        List<String> stayed = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, JsonNode> e : old.entrySet()) {
            if (now.containsKey(e.getKey())) {
                stayed.add(e.getKey());
            } else {
                removed.addObject().put(AT, at).set(BEFORE, e.getValue());
            }
            at++;
        }
        List<String> stayedNow = new ArrayList<>();
        at = 0;
        for (Map.Entry<String, JsonNode> e : now.entrySet()) {
            JsonNode was = old.get(e.getKey());
            if (was == null) {
                put.addObject().put(AT, at).set(AFTER, e.getValue());
            } else {
                stayedNow.add(e.getKey());
                if (!was.equals(e.getValue())) {
                    put.addObject().<ObjectNode>set(BEFORE, was).set(AFTER, e.getValue());
                }
            }
            at++;
        }
        if (!stayed.equals(stayedNow)) {
            now.keySet().forEach(step.putArray(ORDER)::add);
        }
    }

    private static void stretch(ArrayNode before, ArrayNode after, ObjectNode step) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        step.put(AT, head);
        ArrayNode cut = step.putArray(CUT);
        for (int i = head; i < before.size() - tail; i++) {
            cut.add(before.get(i));
        }
        ArrayNode insert = step.putArray(INSERT);
        for (int i = head; i < after.size() - tail; i++) {
            insert.add(after.get(i));
        }
    }

    static ArrayNode applied(ArrayNode before, ObjectNode step) {
        List<JsonNode> items = new ArrayList<>();
        before.forEach(items::add);
        JsonNode key = step.get(KEY);
        if (key == null) {
            replaceStretch(items, step);
        } else {
            replaceByKey(items, key.asText(), step);
        }
        ArrayNode next = Canonical.object().arrayNode();
        items.forEach(next::add);
        return next;
    }

    private static void replaceStretch(List<JsonNode> items, ObjectNode step) {
        int at = place(step, items.size());
        List<JsonNode> cut = list(step, CUT);
        if (at + cut.size() > items.size() || !items.subList(at, at + cut.size()).equals(cut)) {
            throw new Fields.Malformed("a list", "is not what it was before the change");
        }
        items.subList(at, at + cut.size()).clear();
        items.addAll(at, list(step, INSERT));
    }

    private static void replaceByKey(List<JsonNode> items, String key, ObjectNode step) {
        List<JsonNode> removed = list(step, REMOVED);
        for (int i = removed.size() - 1; i >= 0; i--) {
            int at = place(removed.get(i), items.size() - 1);
            require(items.get(at), removed.get(i).get(BEFORE));
            items.remove(at);
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            places.put(items.get(i).path(key).asText(), i);
        }
        List<JsonNode> came = new ArrayList<>();
        for (JsonNode put : list(step, PUT)) {
            JsonNode after = put.required(AFTER);
            if (put.has(BEFORE)) {
                Integer at = places.get(after.path(key).asText());
                require(at == null ? null : items.get(at), put.get(BEFORE));
                items.set(at == null ? 0 : at, after);
            } else {
                came.add(put);
            }
        }
        for (JsonNode put : came) {
            items.add(place(put, items.size()), put.required(AFTER));
        }
        if (step.has(ORDER)) {
            order(items, key, list(step, ORDER));
        }
    }

    private static void order(List<JsonNode> items, String key, List<JsonNode> order) {
        Map<String, JsonNode> byKey = new HashMap<>();
        items.forEach(i -> byKey.put(i.path(key).asText(), i));
        List<JsonNode> sorted = new ArrayList<>();
        for (JsonNode name : order) {
            JsonNode item = byKey.remove(name.asText());
            if (item == null) {
                throw new Fields.Malformed("a list", "has no item " + name.asText());
            }
            sorted.add(item);
        }
        if (!byKey.isEmpty()) {
            throw new Fields.Malformed("a list", "has more items than were put in order");
        }
        items.clear();
        items.addAll(sorted);
    }

    private static void require(@Nullable JsonNode item, @Nullable JsonNode expected) {
        if (item == null || !item.equals(expected)) {
            throw new Fields.Malformed("an item", "is not what it was before the change");
        }
    }

    private static int place(JsonNode step, int most) {
        JsonNode at = step.path(AT);
        if (!at.canConvertToInt() || at.intValue() < 0 || at.intValue() > most) {
            throw new Fields.Malformed("a step", "points beyond the list");
        }
        return at.intValue();
    }

    private static List<JsonNode> list(ObjectNode step, String name) {
        List<JsonNode> items = new ArrayList<>();
        step.path(name).forEach(items::add);
        return items;
    }

    private static Map<String, JsonNode> index(String key, ArrayNode list) {
        Map<String, JsonNode> index = new LinkedHashMap<>();
        list.forEach(item -> index.put(item.path(key).asText(), item));
        return index;
    }
}

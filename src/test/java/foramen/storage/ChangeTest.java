package foramen.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Provide
    Arbitrary<Case> cases() {
        return RandomCases.cases();
    }

    @Property(tries = 400, seed = "2028")
    void a_change_leads_from_any_case_to_any_other_byte_for_byte(@ForAll("cases") Case before,
            @ForAll("cases") Case after) throws StoreException {
        assertLeads(tree(before), tree(after));
    }

    @Property(tries = 1500, seed = "2029")
    void a_change_leads_from_any_document_to_any_other_whatever_its_components_are(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode before = randomObject(random, 3);
        assertLeads(before, random.nextInt(4) == 0 ? randomObject(random, 3) : edited(before, random));
    }

    @Test
    void an_item_is_known_by_its_identifier_and_nothing_else_is_stored() throws StoreException {
        ObjectNode before = parse("{'sessions':[{'id':'a','dose':1},{'id':'b','dose':2},{'id':'c','dose':3}],'n':1}");
        ObjectNode after = parse("{'sessions':[{'id':'a','dose':1},{'id':'c','dose':4},{'id':'d','dose':5}],'n':1}");
        assertEquals(parse("{'steps':[{'path':['sessions'],'key':'id',"
                + "'removed':[{'at':1,'before':{'id':'b','dose':2}}],"
                + "'put':[{'before':{'id':'c','dose':3},'after':{'id':'c','dose':4}},"
                + "{'at':2,'after':{'id':'d','dose':5}}]}]}").get("steps"), Change.between(before, after));
    }

    @Test
    void fields_of_an_object_change_one_by_one() throws StoreException {
        ObjectNode before = parse("{'patient':{'name':'A','id':'1'}}");
        ObjectNode after = parse("{'patient':{'name':'B','id':'1','sex':'F'}}");
        assertEquals(parse("{'s':[{'path':['patient','name'],'before':'A','after':'B'},"
                + "{'path':['patient','sex'],'after':'F'}]}").get("s"), Change.between(before, after));
    }

    @Test
    void a_change_does_not_fit_another_state() throws StoreException {
        ObjectNode before = parse("{'list':[{'id':'a','x':1}],'why':'p','free':[1,2]}");
        ObjectNode after = parse("{'list':[{'id':'a','x':2}],'why':'q','free':[1,3]}");
        ArrayNode steps = Change.between(before, after);
        for (String other : List.of("{'list':[{'id':'a','x':3}],'why':'p','free':[1,2]}",
                "{'list':[],'why':'p','free':[1,2]}", "{'list':[{'id':'a','x':1}],'why':'r','free':[1,2]}",
                "{'list':[{'id':'a','x':1}],'free':[1,2]}", "{'list':[{'id':'a','x':1}],'why':'p','free':[1,1]}")) {
            ObjectNode wrong = parse(other);
            assertThrows(Fields.Malformed.class, () -> Change.applied(wrong, steps), other);
        }
    }

    @Test
    void one_outline_of_six_hundred_costs_what_it_is() throws StoreException {
        ObjectNode before = Canonical.object();
        ArrayNode list = before.putArray("annotations");
        for (int i = 0; i < 600; i++) {
            list.addObject().put("id", "a" + i).put("points", "x".repeat(1500));
        }
        ObjectNode after = before.deepCopy();
        ((ObjectNode) after.get("annotations").get(300)).put("label", "n");
        int bytes = Canonical.bytes(Change.between(before, after)).length;
        assertTrue(bytes < 3300, bytes + " bytes of " + Canonical.bytes(after).length);
        assertLeads(before, after);
    }

    private static void assertLeads(ObjectNode before, ObjectNode after) {
        byte[] untouched = Canonical.bytes(before);
        ArrayNode steps = Change.between(before, after);
        assertArrayEquals(Canonical.bytes(after), Canonical.bytes(Change.applied(before, steps)),
                () -> before + "\n" + after + "\n" + steps);
        assertArrayEquals(untouched, Canonical.bytes(before));
    }

    private static ObjectNode tree(Case c) throws StoreException {
        return Canonical.object(CaseJson.write(c).getBytes(StandardCharsets.UTF_8), "x");
    }

    private static ObjectNode parse(String json) throws StoreException {
        return Canonical.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "x");
    }

    private static ObjectNode randomObject(Random random, int depth) {
        ObjectNode object = Canonical.object();
        List<String> names = new ArrayList<>(List.of("id", "a", "b", "c", "d"));
        Collections.shuffle(names, random);
        for (String name : names.subList(0, random.nextInt(names.size() + 1))) {
            object.set(name, name.equals("id") && random.nextInt(4) > 0
                    ? object.textNode("n" + random.nextInt(6))
                    : randomNode(random, depth));
        }
        return object;
    }

    private static JsonNode randomNode(Random random, int depth) {
        ObjectNode nodes = Canonical.object();
        switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> nodes.put("x", random.nextInt(3));
            case 1 -> nodes.put("x", random.nextInt(3) / 2.0);
            case 2 -> nodes.put("x", "t" + random.nextInt(3));
            case 3 -> nodes.putNull("x");
            case 4 -> nodes.put("x", random.nextBoolean());
            case 5 -> nodes.set("x", randomObject(random, depth - 1));
            default -> {
                ArrayNode list = nodes.putArray("x");
                boolean objects = random.nextInt(4) > 0;
                for (int i = random.nextInt(6); i > 0; i--) {
                    list.add(objects ? randomObject(random, 0) : randomNode(random, depth - 1));
                }
            }
        }
        return nodes.get("x");
    }

    private static ObjectNode edited(ObjectNode before, Random random) {
        ObjectNode after = before.deepCopy();
        for (String name : List.of("id", "a", "b", "c", "d")) {
            JsonNode old = after.get(name);
            if (old instanceof ArrayNode list && random.nextBoolean()) {
                List<JsonNode> items = new ArrayList<>();
                list.forEach(items::add);
                switch (random.nextInt(4)) {
                    case 0 -> Collections.shuffle(items, random);
                    case 1 -> items.removeIf(i -> random.nextBoolean());
                    case 2 -> items.add(random.nextInt(items.size() + 1), randomObject(random, 1));
                    default -> items.replaceAll(i -> i instanceof ObjectNode o ? o.deepCopy().put("a", "new") : i);
                }
                list.removeAll();
                items.forEach(list::add);
            } else if (random.nextInt(5) == 0) {
                after.remove(name);
            } else if (random.nextInt(4) == 0) {
                after.set(name, randomNode(random, 2));
            }
        }
        return after;
    }
}

package foramen.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.preference.FreeDrag;
import foramen.domain.preference.Preferences;
import foramen.domain.preference.PreferencesStore;
import foramen.domain.preference.ThemeChoice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Preferences as {@code settings.json}, to be read and changed by hand. Keys and values that this version does not know
 * stay; a file that is no JSON is set aside under another name and never overwritten; a new state replaces the old in one
 * step, after it is on the disk.
 */
public final class PreferencesFile implements PreferencesStore {
    private static final String NAME = "settings.json";
    private static final int MOST_ASIDE = 1000;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;

    /** The settings of {@code home}. */
    public PreferencesFile(Path home) {
        file = home.resolve(NAME);
    }

    @Override
    public synchronized Kept load() {
        if (!Files.exists(file)) {
            return new Kept(Preferences.DEFAULT, "");
        }
        try {
            return new Kept(preferences(read()), "");
        } catch (JsonProcessingException e) {
            try {
                return new Kept(Preferences.DEFAULT,
                        "The settings could not be read and were set aside as " + setAside()
                                + "; the usual ones hold.");
            } catch (IOException aside) {
                return new Kept(Preferences.DEFAULT, "The settings " + file
                        + " could not be read, nor set aside; the usual ones hold and changes are not kept.");
            }
        } catch (IOException e) {
            return new Kept(Preferences.DEFAULT, "The settings " + file
                    + " could not be read; the usual ones hold. Make the file readable and start again.");
        }
    }

    /** What was kept as far as it can be read, and nothing is set aside: for those who only want to know. */
    public synchronized Preferences peek() {
        try {
            return Files.exists(file) ? preferences(read()) : Preferences.DEFAULT;
        } catch (IOException e) {
            // The window says so when it loads them.
            return Preferences.DEFAULT;
        }
    }

    @Override
    public synchronized void save(Preferences preferences) throws IOException {
        ObjectNode root;
        try {
            root = Files.exists(file) ? read() : json.createObjectNode();
        } catch (JsonProcessingException e) {
            setAside();
            root = json.createObjectNode();
        }
        Preferences there = preferences(root);
        put(root, "language", there.language().orElse(""), preferences.language().orElse(""));
        put(root, "theme", word(there.theme()), word(preferences.theme()));
        if (there.largeTargets() != preferences.largeTargets()) {
            root.put("largeTargets", preferences.largeTargets());
        }
        put(root, "keyScheme", there.keyScheme(), preferences.keyScheme());
        if (!there.changedKeys().equals(preferences.changedKeys())) {
            root.set("changedKeys", keys(preferences.changedKeys()));
        }
        put(root, "freeDrag", word(there.freeDrag()), word(preferences.freeDrag()));
        if (there.loupe() != preferences.loupe()) {
            root.put("loupe", preferences.loupe());
        }
        put(root, "operator", there.operator(), preferences.operator());
        if (there.lockMinutes() != preferences.lockMinutes()) {
            root.put("lockMinutes", preferences.lockMinutes());
        }
        put(root, "lengths", there.lengths().symbol(), preferences.lengths().symbol());
        replace(json.writeValueAsBytes(root));
    }

    /** What means the same stays as it was written, such as a colour of a later version that is not known here. */
    private static void put(ObjectNode root, String name, String there, String next) {
        if (!there.equals(next)) {
            root.put(name, next);
        }
    }

    private ObjectNode read() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        JsonNode root = json.readTree(text);
        if (!(root instanceof ObjectNode object)) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "not an object");
        }
        return object;
    }

    private static Preferences preferences(ObjectNode root) {
        Preferences usual = Preferences.DEFAULT;
        return new Preferences(text(root, "language").filter(l -> !l.isBlank()),
                oneOf(root, "theme", ThemeChoice.values()).orElse(usual.theme()),
                root.path("largeTargets").asBoolean(usual.largeTargets()),
                text(root, "keyScheme").filter(s -> !s.isBlank()).orElse(usual.keyScheme()), changedKeys(root),
                oneOf(root, "freeDrag", FreeDrag.values()).orElse(usual.freeDrag()),
                root.path("loupe").asBoolean(usual.loupe()), text(root, "operator").orElse(usual.operator()),
                root.path("lockMinutes").asInt(usual.lockMinutes()),
                text(root, "lengths").flatMap(LengthUnit::of).orElse(usual.lengths()));
    }

    private static Optional<String> text(ObjectNode root, String name) {
        return Optional.ofNullable(root.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static <E extends Enum<E>> Optional<E> oneOf(ObjectNode root, String name, E[] all) {
        Function<String, Optional<E>> find = word -> java.util.Arrays.stream(all).filter(e -> word(e).equals(word))
                .findFirst();
        return text(root, name).flatMap(find);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, List<String>> changedKeys(ObjectNode root) {
        Map<String, List<String>> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> e : root.path("changedKeys").properties()) {
            List<String> keys = new ArrayList<>();
            e.getValue().forEach(k -> keys.add(k.asText()));
            all.put(e.getKey(), keys);
        }
        return all;
    }

    private ObjectNode keys(Map<String, List<String>> changed) {
        ObjectNode node = json.createObjectNode();
        changed.forEach((action, keys) -> {
            ArrayNode list = node.putArray(action);
            keys.forEach(list::add);
        });
        return node;
    }

    private Path setAside() throws IOException {
        for (int i = 1; i < MOST_ASIDE; i++) {
            Path aside = file.resolveSibling("settings-unreadable-" + i + ".json");
            if (!Files.exists(aside)) {
                return Files.move(file, aside);
            }
        }
        throw new IOException("There are too many unreadable settings in " + file.getParent());
    }

    private void replace(byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(folder, "settings-", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

package foramen.domain.anatomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The structures the planner knows, in the order they are offered. */
public final class StructureCatalog {
    /** The structure whose swelling the planner measures. */
    public static final String SCIATIC_NERVE = "sciatic-nerve";
    /** What an outline of a place to keep away from is called. */
    public static final String NO_GO_ZONE = "no-go-zone";
    /** What words on the picture are called that name no structure. */
    public static final String FREE_LABEL = "free-label";
    /** What an open line along a bone is called. */
    public static final String BONE = "bone";

    private static final String RESOURCE = "structures.tsv";

    private final Map<String, Structure> byId = new LinkedHashMap<>();

    private StructureCatalog(List<Structure> structures) {
        structures.forEach(s -> byId.put(s.id(), s));
    }

    /** The catalogue that ships with the planner. */
    public static StructureCatalog standard() {
        InputStream in = StructureCatalog.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("The structure table " + RESOURCE + " is missing from the installation");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new StructureCatalog(
                    reader.lines().skip(1).filter(l -> !l.isBlank()).map(StructureCatalog::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The structure table " + RESOURCE + " cannot be read", e);
        }
    }

    /** All structures, in the order they are offered. */
    public List<Structure> all() {
        return List.copyOf(byId.values());
    }

    /** The structure with that identifier, if the catalogue has it. */
    public Optional<Structure> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The structure with that identifier; one from a newer or foreign catalogue is shown by its bare identifier. */
    public Structure get(String id) {
        return find(id).orElseGet(() -> new Structure(id, id, Structure.Kind.OTHER, "?", 0xE0E0E0, List.of(),
                Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Structure parse(String line) {
        String[] f = line.split("\t", -1);
        if (f.length != 11) {
            throw new IllegalStateException(RESOURCE + ": 11 fields expected in the row: " + line);
        }
        List<Double> dashes = f[5].isEmpty()
                ? List.of()
                : Arrays.stream(f[5].split(",", -1)).map(Double::valueOf).toList();
        return new Structure(f[0], f[1], Structure.Kind.valueOf(f[2]), f[3], Integer.parseInt(f[4], 16), dashes,
                code(f[6], f[9]), code(f[7], f[9]), code(f[8], f[9]));
    }

    private static Optional<Code> code(String value, String meaning) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new Code("MDC", value, meaning));
    }
}

package foramen.dicom.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data dictionary of DICOM PS3.6, edition 2024e, from the resource {@code dictionary.tsv}. */
public final class DataDictionary {
    /**
     * One attribute.
     *
     * @param tag its tag; the lowest one of a repeating group
     * @param keyword its keyword, such as {@code PatientName}
     * @param vr its representation as printed, such as {@code US or SS}
     * @param multiplicity its value multiplicity as printed
     * @param retired whether the standard has retired it
     */
    public record Entry(int tag, String keyword, String vr, String multiplicity, boolean retired) {}

    private record Pattern(int mask, Entry entry) {}

    private static final class Standard {
        private static final DataDictionary DICTIONARY = load();
    }

    private final Map<Integer, Entry> entries;
    private final List<Pattern> patterns;

    private DataDictionary(Map<Integer, Entry> entries, List<Pattern> patterns) {
        this.entries = Map.copyOf(entries);
        this.patterns = List.copyOf(patterns);
    }

    /** The standard's own dictionary. */
    public static DataDictionary standard() {
        return Standard.DICTIONARY;
    }

    private static DataDictionary load() {
        Map<Integer, Entry> entries = new HashMap<>();
        List<Pattern> patterns = new ArrayList<>();
        for (String[] row : rows("dictionary.tsv")) {
            int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
            Entry entry = new Entry(tag, row[1], row[2], row[3], row[4].equals("Y"));
            if (row[0].indexOf('x') < 0) {
                entries.put(tag, entry);
            } else {
                int mask = Integer.parseUnsignedInt(row[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
                patterns.add(new Pattern(mask, entry));
            }
        }
        return new DataDictionary(entries, patterns);
    }

    /** The tab-separated rows of a resource of this package, comments left out. */
    static List<String[]> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = DataDictionary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** What the standard says of {@code tag}. */
    public Optional<Entry> find(int tag) {
        Entry entry = entries.get(tag);
        if (entry != null) {
            return Optional.of(entry);
        }
        // A group between two of a repeating group is private.
        if ((Tag.group(tag) & 1) == 1) {
            return Optional.empty();
        }
        return patterns.stream().filter(p -> (tag & p.mask) == p.entry.tag).map(Pattern::entry).findFirst();
    }

    /** The keyword of {@code tag}, or the tag itself as text where it has none. */
    public String label(int tag) {
        return find(tag).map(Entry::keyword).filter(k -> !k.isEmpty()).orElseGet(() -> Tag.format(tag));
    }

    /**
     * The representation to assume for {@code tag} where the file names none (implicit VR, PS3.5 annex A.1).
     *
     * @param signed whether Pixel Representation says so, for {@code US or SS}
     */
    public Vr implicitVr(int tag, boolean signed) {
        if (Tag.element(tag) == 0) {
            return Vr.UL;
        }
        if (Tag.isPrivateCreator(tag)) {
            return Vr.LO;
        }
        String vr = find(tag).map(Entry::vr).orElse("UN");
        return switch (vr) {
            case "US or SS" -> signed ? Vr.SS : Vr.US;
            case "OB or OW", "US or SS or OW", "US or OW" -> Vr.OW;
            default -> Vr.of(vr).orElse(Vr.UN);
        };
    }
}

package foramen.dicom.deident;

import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.domain.deident.Action;
import foramen.domain.deident.DeidentOption;
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
import java.util.Set;

/**
 * The Basic Application Level Confidentiality Profile (DICOM PS3.15 table E.1-1, edition 2024e) from the resource
 * {@code profile.tsv}.
 */
final class ConfidentialityProfile {
    /** Images whose attributes of combined actions are all of type 3 or 2 (PS3.3 A.6, A.7 and A.8). */
    private static final Set<String> PLAIN_IMAGES = Set.of("1.2.840.10008.5.1.4.1.1.6.1", "1.2.840.10008.5.1.4.1.1.3.1",
            "1.2.840.10008.5.1.4.1.1.6", "1.2.840.10008.5.1.4.1.1.3", "1.2.840.10008.5.1.4.1.1.7");

    /**
     * A row of the table.
     *
     * @param tag the lowest tag that it is about
     * @param mask which digits of a tag count
     * @param columns the basic action at 1, then the options
     */
    record Row(int tag, int mask, List<String> columns) {
        /** Copies the columns. */
        Row {
            columns = List.copyOf(columns);
        }

        /** The action of the basic profile as printed, such as {@code X/Z/D}. */
        String basic() {
            return columns.get(1);
        }
    }

    private static final class Standard {
        private static final ConfidentialityProfile PROFILE = new ConfidentialityProfile(read());
    }

    private final Map<Integer, Row> exact = new HashMap<>();
    private final List<Row> patterns = new ArrayList<>();

    private ConfidentialityProfile(List<String[]> rows) {
        for (String[] row : rows) {
            int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
            int mask = Integer.parseUnsignedInt(row[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
            Row made = new Row(tag, mask, List.of(row));
            if (mask == -1) {
                exact.put(tag, made);
            } else {
                patterns.add(made);
            }
        }
    }

    /** The standard's own table. */
    static ConfidentialityProfile standard() {
        return Standard.PROFILE;
    }

    /** The rows of the resource as they are. */
    static List<String[]> read() {
        try (InputStream in = ConfidentialityProfile.class.getResourceAsStream("profile.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The resource profile.tsv is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(l -> !l.startsWith("#")).map(l -> l.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row about {@code tag}, if there is one. */
    Optional<Row> row(int tag) {
        Row row = exact.get(tag);
        if (row != null) {
            return Optional.of(row);
        }
        return (Tag.group(tag) & 1) == 1
                ? Optional.empty()
                : patterns.stream().filter(r -> (tag & r.mask()) == r.tag()).findFirst();
    }

    /** Where the table says what an option asks for. */
    static int column(DeidentOption option) {
        return switch (option) {
            case DEVICE -> 5;
            case INSTITUTION -> 6;
            case DATES_SHIFTED -> 8;
            case PATIENT_CHARACTERISTICS -> 9;
        };
    }

    /**
     * What a row asks for.
     *
     * @param top whether the attribute stands at the top of the data set, not in an item
     */
    Action action(Row row, Set<DeidentOption> options, String sopClass, boolean top, Vr vr) {
        for (DeidentOption option : options) {
            String asked = row.columns().get(column(option));
            if (asked.equals("K")) {
                return Action.KEEP;
            }
            if (asked.equals("C") && option == DeidentOption.DATES_SHIFTED) {
                switch (vr) {
                    case DA, DT -> {
                        return Action.SHIFT;
                    }
                    case TM, SH -> {
                        return Action.KEEP;
                    }
                    default -> {
                        // A time stamp in bytes cannot be shifted; the basic profile holds.
                    }
                }
            }
        }
        return basic(row.basic(), top && PLAIN_IMAGES.contains(sopClass));
    }

    /**
     * A combined action is resolved by the attribute's type (PS3.15 E.3.1): in plain images removal where that is
     * allowed, and emptying of what is of type 2. Elsewhere the type is not known, and the last of the actions suits
     * every type: none of them leaves a value.
     */
    private static Action basic(String printed, boolean plain) {
        return switch (printed) {
            case "X" -> Action.REMOVE;
            case "Z" -> Action.EMPTY;
            case "D" -> Action.DUMMY;
            case "U", "X/Z/U*" -> Action.UID;
            case "X/Z" -> plain ? Action.REMOVE : Action.EMPTY;
            case "X/D", "X/Z/D" -> plain ? Action.REMOVE : Action.DUMMY;
            case "Z/D" -> plain ? Action.EMPTY : Action.DUMMY;
            default -> Action.REMOVE;
        };
    }
}

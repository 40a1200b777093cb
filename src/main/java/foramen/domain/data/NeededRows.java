package foramen.domain.data;

import java.util.List;

/**
 * Rows of one list that the planner cannot do without: where a clinic's own file lacks one, a check would fall silent.
 * Rows of other lists are a clinic's choice (which needles it stocks, which protocols it offers), and are not missed.
 *
 * @param list the list, with the lists it stands in before it, such as {@code profiles/localAnaesthetics}
 * @param names fields that tell the rows apart, to the letter
 * @param choices fields that tell the rows apart and are words of an enumeration, in either case, with - or _
 * @param special a row that has this field speaks of some places only and is a clinic's choice; empty for none
 */
public record NeededRows(String list, List<String> names, List<String> choices, String special) {
    /** Copies the fields. */
    public NeededRows {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    /** Rows that are told apart by their {@code id}. */
    public static NeededRows byId(String list) {
        return of(list, "id");
    }

    /** Rows that are told apart by {@code names}. */
    public static NeededRows of(String list, String... names) {
        return new NeededRows(list, List.of(names), List.of(), "");
    }

    /** The same, told apart by words of an enumeration as well. */
    public NeededRows byChoice(String... words) {
        return new NeededRows(list, names, List.of(words), special);
    }

    /** The same, but rows with {@code field} are a clinic's choice. */
    public NeededRows unless(String field) {
        return new NeededRows(list, names, choices, field);
    }
}

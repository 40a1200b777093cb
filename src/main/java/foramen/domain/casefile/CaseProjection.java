package foramen.domain.casefile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What of a case is added up or looked up over all cases, kept ready by the store so that a table over a million
 * injections needs no case to be read.
 *
 * <p>Sums stand in cells that are asked for one by one, such as one cell a month; rows stand under keys, one a case and
 * key. A store that is given a projection keeps it in step with every edit: what the case gave before is taken off, what
 * it gives now is put on.
 */
public interface CaseProjection {
    /** Its name in the store. */
    String name();

    /** Another one wherever {@link #cells} or {@link #rows} would differ; a store then adds all cases up anew. */
    String edition();

    /**
     * What {@code c} adds.
     *
     * @param c a case without what is drawn in it, which is never added up
     * @return for each cell the items it adds to, and how much, exactly; nobody may be named by them
     */
    Map<String, Map<String, BigDecimal>> cells(Case c);

    /** The cells of which {@code cell} is a part, such as the month and the year of a day: what it has, they have too. */
    default List<String> around(String cell) {
        return List.of();
    }

    /**
     * What {@code c} is found by.
     *
     * @param c a case without what is drawn in it
     * @return a text under each key; an encrypted store keeps both encrypted
     */
    default Map<String, String> rows(Case c) {
        return Map.of();
    }

    /**
     * The parts of {@code c} that cells and rows depend on: where they are equal before and after an edit, nothing is
     * worked out. All of the case unless said otherwise.
     */
    default Object basis(Case c) {
        return c;
    }
}

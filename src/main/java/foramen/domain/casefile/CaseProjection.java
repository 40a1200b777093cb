package foramen.domain.casefile;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What of a case is added up over all cases, kept ready by the store so that a table over a million injections needs no
 * case to be read.
 *
 * <p>Sums stand in cells that are asked for one by one, such as one cell a month. A store that is given a projection
 * keeps it in step with every edit: what the case added before is taken off, what it adds now is put on.
 */
public interface CaseProjection {
    /** Its name in the store. */
    String name();

    /** Another one wherever {@link #cells} would add up otherwise; a store then adds all cases up anew on opening. */
    String edition();

    /**
     * What {@code c} adds.
     *
     * @param c a case without what is drawn in it, which is never added up
     * @return for each cell the items it adds to, and how much, exactly; nobody may be named by them
     */
    Map<String, Map<String, BigDecimal>> cells(Case c);
}

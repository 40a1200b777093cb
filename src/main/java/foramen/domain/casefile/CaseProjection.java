package foramen.domain.casefile;

import java.util.Map;

/**
 * What of a case is counted over all cases, kept ready by the store so that a table over a million injections needs no
 * case to be read.
 *
 * <p>A store that is given one counts anew with every edit: what the case counted before is taken off, what it counts
 * now is put on.
 */
public interface CaseProjection {
    /** Its name in the store. */
    String name();

    /** Goes up whenever {@link #counts} would count otherwise; a store then counts all cases anew on opening. */
    int version();

    /**
     * What {@code c} adds to the counts.
     *
     * @return for each item, such as arm, injectate and outcome in one text, how often the case has it; items must be
     *     few compared with cases, and name nobody
     */
    Map<String, Long> counts(Case c);
}

package foramen.domain.assessment;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the red-flag questions gave. That nobody asked is not that there are none.
 *
 * @param asked whether the questions were asked
 * @param present identifiers of the flags that are there, as in the {@link TestCatalog}; empty while nobody asked
 */
public record RedFlagScreen(boolean asked, Set<String> present) {
    /** Nobody asked. */
    public static final RedFlagScreen NOT_ASKED = new RedFlagScreen(false, Set.of());

    /** Copies the flags in alphabetical order; refuses a flag of questions that were not asked. */
    public RedFlagScreen {
        if (!asked && !present.isEmpty()) {
            throw new IllegalArgumentException("A red flag is there, so the questions were asked");
        }
        present = Collections.unmodifiableSet(new TreeSet<>(present));
    }

    /** The questions were asked and gave {@code present}. */
    public static RedFlagScreen asked(Set<String> present) {
        return new RedFlagScreen(true, present);
    }
}

package foramen.domain.assessment;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the red-flag questions gave. That nobody asked is not that there are none.
 *
 * @param asked whether the questions were asked
 * @param present identifiers of the flags that are there, as in the {@link TestCatalog}; empty while nobody asked
 * @param unanswered identifiers of the questions still open when one flag was found, which are neither yes nor no
 */
public record RedFlagScreen(boolean asked, Set<String> present, Set<String> unanswered) {
    /** Nobody asked. */
    public static final RedFlagScreen NOT_ASKED = new RedFlagScreen(false, Set.of(), Set.of());

    /**
     * Copies the flags in alphabetical order; refuses a flag of questions that were not asked, and open questions
     * without a flag, which would pass for none.
     */
    public RedFlagScreen {
        if (!asked && !present.isEmpty()) {
            throw new IllegalArgumentException("A red flag is there, so the questions were asked");
        }
        if (present.isEmpty() && !unanswered.isEmpty()) {
            throw new IllegalArgumentException("Without a red flag the questions are asked once all are answered");
        }
        present = Collections.unmodifiableSet(new TreeSet<>(present));
        unanswered = Collections.unmodifiableSet(new TreeSet<>(unanswered));
    }

    /** All questions were asked, or none. */
    public RedFlagScreen(boolean asked, Set<String> present) {
        this(asked, present, Set.of());
    }

    /** The questions were asked and gave {@code present}. */
    public static RedFlagScreen asked(Set<String> present) {
        return new RedFlagScreen(true, present);
    }
}

package foramen.domain.safety;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the patient was asked about and answered. A question in neither set was not asked, which is never taken for no.
 *
 * @param present ids of the risks the patient has, as in {@code safety.json}
 * @param absent ids of those the patient was asked about and does not have
 * @param details typed words to a risk, such as the name of a medicine
 * @param heightCm body height in centimetres where known
 */
public record Risks(Set<String> present, Set<String> absent, Map<String, String> details,
        Optional<BigDecimal> heightCm) {
    /** Nothing was asked. */
    public static final Risks UNKNOWN = new Risks(Set.of(), Set.of(), Map.of(), Optional.empty());

    /** Copies the collections; refuses an answer that is both. */
    public Risks {
        present = Set.copyOf(present);
        absent = Set.copyOf(absent);
        details = Map.copyOf(details);
        if (present.stream().anyMatch(absent::contains)) {
            throw new IllegalArgumentException("A risk cannot be both present and absent");
        }
    }

    /** What was answered to a question. */
    public enum Answer {
        YES, NO, NOT_ASKED
    }

    /** What was answered about {@code id}. */
    public Answer answer(String id) {
        if (present.contains(id)) {
            return Answer.YES;
        }
        return absent.contains(id) ? Answer.NO : Answer.NOT_ASKED;
    }

    /** The same with another answer about {@code id}. */
    public Risks with(String id, Answer answer) {
        Set<String> yes = new HashSet<>(present);
        Set<String> no = new HashSet<>(absent);
        yes.remove(id);
        no.remove(id);
        switch (answer) {
            case YES -> yes.add(id);
            case NO -> no.add(id);
            case NOT_ASKED -> {
            }
        }
        return new Risks(yes, no, details, heightCm);
    }

    /** The same with other words to {@code id}; blank words take them away. */
    public Risks withDetail(String id, String words) {
        Map<String, String> next = new LinkedHashMap<>(details);
        if (words.isBlank()) {
            next.remove(id);
        } else {
            next.put(id, words.strip());
        }
        return new Risks(present, absent, next, heightCm);
    }

    /** The same with another height. */
    public Risks withHeightCm(Optional<BigDecimal> next) {
        return new Risks(present, absent, details, next);
    }

    /** These answers and those of {@code other}; where one of the two says yes, that holds. */
    public Risks and(Risks other) {
        Risks all = this;
        for (String id : other.absent) {
            all = present.contains(id) ? all : all.with(id, Answer.NO);
        }
        for (String id : other.present) {
            all = all.with(id, Answer.YES);
        }
        return all;
    }

    /** Whether nobody asked anything. */
    public boolean isEmpty() {
        return present.isEmpty() && absent.isEmpty() && details.isEmpty() && heightCm.isEmpty();
    }
}

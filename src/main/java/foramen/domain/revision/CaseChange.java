package foramen.domain.revision;

import foramen.domain.casefile.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * That one thing of a case is another than before.
 *
 * @param subject which
 * @param how what became of it
 */
public record CaseChange(Subject subject, How how) {
    /** What became of a thing. */
    public enum How {
        ADDED, CHANGED, REMOVED
    }

    /** What leads from one state of a case to another, in the order of {@link Subject.Kind}. */
    public static List<CaseChange> between(Case before, Case after) {
        List<CaseChange> all = new ArrayList<>();
        for (Slot<?> slot : Slot.ALL) {
            compare(slot, before, after, all);
        }
        return List.copyOf(all);
    }

    private static <T> void compare(Slot<T> slot, Case before, Case after, List<CaseChange> all) {
        Map<String, T> then = slot.items(before);
        Map<String, T> now = slot.items(after);
        then.forEach((id, item) -> {
            Subject subject = new Subject(slot.kind(), id);
            if (!now.containsKey(id)) {
                all.add(new CaseChange(subject, How.REMOVED));
            } else if (!Objects.equals(item, now.get(id))) {
                all.add(new CaseChange(subject, How.CHANGED));
            }
        });
        now.keySet().stream().filter(id -> !then.containsKey(id))
                .forEach(id -> all.add(new CaseChange(new Subject(slot.kind(), id), How.ADDED)));
    }
}

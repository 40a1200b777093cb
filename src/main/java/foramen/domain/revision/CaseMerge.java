package foramen.domain.revision;

import foramen.domain.assessment.FollowUp;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ImageRole;
import foramen.domain.casefile.Statements;
import foramen.domain.clip.FrameRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What two operators made of one state of a case, put together thing by thing; refused where they touched the same thing,
 * or where what one saw when he edited is no longer so. See decision 0035.
 */
public final class CaseMerge {
    private final Case base;
    private final Case mine;
    private final Case theirs;

    /** What came of it. */
    public sealed interface Outcome {}

    /** Both are in {@code merged}: theirs, with mine on top. */
    public record Merged(Case merged) implements Outcome {}

    /** They cannot be put together, for these reasons, at least one. */
    public record Refused(List<Clash> clashes) implements Outcome {
        /** Copies the reasons. */
        public Refused {
            clashes = List.copyOf(clashes);
        }
    }

    private CaseMerge(Case base, Case mine, Case theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    /**
     * Puts together what was made of {@code base}.
     *
     * @throws IllegalArgumentException where these are not states of one case
     */
    public static Outcome of(Case base, Case mine, Case theirs) {
        if (!base.id().equals(mine.id()) || !base.id().equals(theirs.id())) {
            throw new IllegalArgumentException("Not states of one case");
        }
        List<Clash> clashes = Clashes.between(base, mine, theirs);
        return clashes.isEmpty() ? new Merged(new CaseMerge(base, mine, theirs).merged()) : new Refused(clashes);
    }

    private Case merged() {
        Map<ImageRole, FrameRef> images = new EnumMap<>(ImageRole.class);
        items(Slot.IMAGES).forEach((id, frame) -> ImageRole.find(id).ifPresent(role -> images.put(role, frame)));
        return new Case(base.id(), base.created(), one(Slot.PATIENT), one(Slot.SIDE), one(Slot.INDICATION),
                many(Slot.CLIPS), many(Slot.ANNOTATIONS), many(Slot.PLANS), many(Slot.INJECTIONS), many(Slot.SCALES),
                one(Slot.RISKS), many(Slot.SESSIONS),
                new FollowUp(one(Slot.SCHEDULE), many(Slot.VISITS), many(Slot.EVENTS)), one(Slot.ELSEWHERE), images,
                new Statements(many(Slot.REFERENCES), many(Slot.SAME_SETTINGS)));
    }

    private <T> T one(Slot<T> slot) {
        return Objects.requireNonNull(items(slot).get(""));
    }

    private <T> List<T> many(Slot<T> slot) {
        return new ArrayList<>(items(slot).values());
    }

    /** Theirs in their order, with what I changed, without what I removed, and at the end what I added. */
    private <T> Map<String, T> items(Slot<T> slot) {
        Map<String, T> then = slot.items(base);
        Map<String, T> own = slot.items(mine);
        Map<String, T> all = new LinkedHashMap<>(slot.items(theirs));
        then.keySet().stream().filter(id -> !own.containsKey(id)).forEach(all::remove);
        own.forEach((id, item) -> {
            if (!Optional.of(item).equals(Optional.ofNullable(then.get(id)))) {
                all.put(id, item);
            }
        });
        return all;
    }
}

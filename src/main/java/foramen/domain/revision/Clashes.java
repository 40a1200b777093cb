package foramen.domain.revision;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.revision.Clash.Reason;
import foramen.domain.revision.Subject.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what keeps two operators' edits of one case from being put together. */
final class Clashes {
    private static final Set<Kind> GIVEN = Set.of(Kind.SESSION, Kind.INJECTION);
    /** What a dose was checked against when it was given. */
    private static final Set<Kind> CHECKED = Set.of(Kind.PATIENT, Kind.SIDE, Kind.RISKS, Kind.ELSEWHERE, Kind.SESSION,
            Kind.INJECTION);

    private final Case base;
    private final Case mine;
    private final Case theirs;

    private Clashes(Case base, Case mine, Case theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    static List<Clash> between(Case base, Case mine, Case theirs) {
        return new Clashes(base, mine, theirs).all();
    }

    private List<Clash> all() {
        Set<Clash> found = new LinkedHashSet<>();
        List<CaseChange> own = CaseChange.between(base, mine);
        List<CaseChange> others = CaseChange.between(base, theirs);
        for (CaseChange m : own) {
            for (CaseChange t : others) {
                reason(m.subject(), t.subject()).ifPresent(r -> found.add(new Clash(r, m.subject(), t.subject())));
            }
        }
        return new ArrayList<>(found);
    }

    private Optional<Reason> reason(Subject m, Subject t) {
        if (m.equals(t)) {
            return isAlike(m) ? Optional.empty() : Optional.of(Reason.SAME_THING);
        }
        if ((GIVEN.contains(m.kind()) && CHECKED.contains(t.kind()))
                || (GIVEN.contains(t.kind()) && CHECKED.contains(m.kind()))) {
            return Optional.of(Reason.DOSE);
        }
        if (hangsOn(m, mine, t) || hangsOn(t, theirs, m)) {
            return Optional.of(Reason.DOSE);
        }
        return besides(m, mine, t, theirs).or(() -> besides(t, theirs, m, mine));
    }

    /** Whether what is given along a needle plan, side and place with it, is of the plan that {@code b} is about. */
    private static boolean hangsOn(Subject a, Case ofA, Subject b) {
        return b.kind() == Kind.PLAN && switch (a.kind()) {
            case SESSION -> ofA.session(a.id())
                    .filter(s -> s.aliquots().stream().anyMatch(x -> x.planId().equals(b.id()))).isPresent();
            case INJECTION -> ofA.ledger().stream().anyMatch(l -> l.id().equals(a.id()) && l.planId().equals(b.id()));
            default -> false;
        };
    }

    /** Whether both made the same of it. */
    private boolean isAlike(Subject s) {
        return Slot.ALL.stream().filter(slot -> slot.kind() == s.kind())
                .allMatch(slot -> Objects.equals(slot.items(mine).get(s.id()), slot.items(theirs).get(s.id())));
    }

    /** Whether what {@code a} is about hangs on what {@code b} is about. */
    private Optional<Reason> besides(Subject a, Case ofA, Subject b, Case ofB) {
        List<FrameRef> places = frames(a, ofA);
        if (b.kind() == Kind.CLIP && ofB.clip(b.id()).isEmpty()
                && places.stream().anyMatch(f -> f.sopInstanceUid().equals(b.id()))) {
            return Optional.of(Reason.CLIP_GONE);
        }
        if (a.kind() != Kind.PLAN) {
            return Optional.empty();
        }
        List<FrameRef> others = Stream.concat(frames(b, base).stream(), frames(b, ofB).stream()).toList();
        if (b.kind() == Kind.SCALE && others.stream().anyMatch(
                o -> places.stream().anyMatch(p -> p.sopInstanceUid().equals(o.sopInstanceUid())))) {
            return Optional.of(Reason.SCALE);
        }
        return b.kind() == Kind.ANNOTATION && others.stream().anyMatch(places::contains)
                ? Optional.of(Reason.OUTLINES)
                : Optional.empty();
    }

    /** The frames that something lies on. */
    private static List<FrameRef> frames(Subject s, Case c) {
        return switch (s.kind()) {
            case ANNOTATION -> c.annotation(s.id()).map(Annotation::frame).stream().toList();
            case PLAN -> c.plan(s.id()).map(Clashes::frames).orElse(List.of());
            case SCALE -> c.calibrations().stream().filter(k -> k.id().equals(s.id())).map(k -> k.drawnOn()).toList();
            case IMAGE -> Optional.ofNullable(Slot.IMAGES.items(c).get(s.id())).stream().toList();
            default -> List.of();
        };
    }

    private static List<FrameRef> frames(NeedlePlan plan) {
        return Stream.concat(Stream.of(plan.frame()), plan.detail().actual().stream().map(a -> a.frame())).toList();
    }
}

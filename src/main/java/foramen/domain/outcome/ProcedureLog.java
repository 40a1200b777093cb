package foramen.domain.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.CareEvent;
import foramen.domain.casefile.Case;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.plan.NeedlePlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The procedures of a case, from its ledger and its events: the one place that knows how the ledger says what belongs
 * together.
 *
 * <p>Lines of one day, side and target are one injection; voided lines count nowhere. Injections of one side, target
 * and class that follow one another within the gap of {@link OutcomeRules} are sessions of one course.
 */
public final class ProcedureLog {
    /** A local anaesthetic goes with nearly everything, so it names an injection only where it is alone. */
    private static final List<InjectateClass> NAMING = List.of(InjectateClass.BOTULINUM_TOXIN, InjectateClass.STEROID,
            InjectateClass.PROLOTHERAPY, InjectateClass.OTHER, InjectateClass.LOCAL_ANAESTHETIC);

    private final int courseGapDays;
    private final ZoneId zone;

    /**
     * @param rules how far apart sessions of one course may be
     * @param zone the clinic's time zone, in which a day begins
     */
    public ProcedureLog(OutcomeRules rules, ZoneId zone) {
        this.courseGapDays = rules.course().days();
        this.zone = zone;
    }

    /** The procedures of {@code c}, earliest first. */
    public List<Procedure> of(Case c) {
        List<Procedure> all = new ArrayList<>(courses(injections(c)));
        for (CareEvent e : c.followUp().events()) {
            arm(e.kind()).ifPresent(
                    arm -> all.add(new Procedure(e.id(), e.at(), arm, side(e.side(), c), "", e.what().strip(),
                            Optional.empty(), false, Optional.empty(), false, new Procedure.Course(1, 1, e.at()))));
        }
        all.sort(Comparator.comparing(Procedure::at));
        return List.copyOf(all);
    }

    private static Optional<Arm> arm(CareEvent.Kind kind) {
        return switch (kind) {
            case CONSERVATIVE_CARE -> Optional.of(Arm.CONSERVATIVE);
            case SURGERY -> Optional.of(Arm.SURGERY);
            case REPEAT_INJECTION, RESCUE_PROCEDURE, LOST_TO_FOLLOW_UP, ADVERSE_EVENT -> Optional.empty();
        };
    }

    private static Laterality side(Laterality said, Case c) {
        return said == Laterality.UNSPECIFIED ? c.side() : said;
    }

    private List<Procedure> injections(Case c) {
        record Key(LocalDate day, Laterality side, String target) {}
        Map<Key, List<Injection>> groups = new LinkedHashMap<>();
        c.ledger().stream().filter(i -> i.voided().isEmpty()).sorted(Comparator.comparing(Injection::given))
                .forEach(i -> groups
                        .computeIfAbsent(new Key(day(i.given()), side(i.laterality(), c), key(target(i, c))),
                                k -> new ArrayList<>())
                        .add(i));
        return groups.entrySet().stream().map(g -> injection(g.getKey().side(), g.getValue(), c)).toList();
    }

    private static Procedure injection(Laterality side, List<Injection> lines, Case c) {
        Injection first = lines.getFirst();
        InjectateClass naming = NAMING.stream()
                .filter(n -> lines.stream().anyMatch(l -> l.injectateClass() == n)).findFirst()
                .orElse(first.injectateClass());
        BigDecimal volume = lines.stream().map(Injection::volumeMl).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean anaesthetic = lines.stream().anyMatch(l -> l.injectateClass() == InjectateClass.LOCAL_ANAESTHETIC);
        boolean planned = lines.stream().anyMatch(l -> c.plan(l.planId()).isPresent());
        return new Procedure(first.id(), first.given(), Arm.INJECTION, side, first.site().strip(), target(first, c),
                Optional.of(naming), anaesthetic,
                Optional.of(volume), planned, new Procedure.Course(1, 1, first.given()));
    }

    /** What the session aimed at; where it does not say, the plan's words, then the operator's for the site. */
    private static String target(Injection line, Case c) {
        Optional<String> aimed = line.origin().map(Injection.Origin::target).filter(t -> !t.isBlank())
                .map(t -> t.strip().replace('-', ' '));
        return aimed.orElseGet(() -> written(line, c));
    }

    private static String written(Injection line, Case c) {
        return c.plan(line.planId()).map(NeedlePlan::targetName).filter(t -> !t.isBlank()).orElse(line.site()).strip();
    }

    private static String key(String target) {
        return target.toLowerCase(Locale.ROOT);
    }

    private List<Procedure> courses(List<Procedure> injections) {
        record Key(Laterality side, String target, Optional<InjectateClass> injectate) {}
        Map<Key, List<List<Procedure>>> courses = new LinkedHashMap<>();
        for (Procedure p : injections) {
            List<List<Procedure>> known = courses.computeIfAbsent(new Key(p.side(), key(p.target()), p.injectate()),
                    k -> new ArrayList<>());
            if (known.isEmpty() || !follows(known.getLast().getLast(), p)) {
                known.add(new ArrayList<>());
            }
            known.getLast().add(p);
        }
        return courses.values().stream().flatMap(Collection::stream).flatMap(c -> numbered(c).stream()).toList();
    }

    private boolean follows(Procedure before, Procedure p) {
        return ChronoUnit.DAYS.between(day(before.at()), day(p.at())) <= courseGapDays;
    }

    private static List<Procedure> numbered(List<Procedure> course) {
        List<Procedure> numbered = new ArrayList<>();
        Instant began = course.getFirst().at();
        for (Procedure p : course) {
            numbered.add(
                    new Procedure(p.id(), p.at(), p.arm(), p.side(), p.site(), p.target(), p.injectate(),
                            p.anaesthetic(), p.volumeMl(),
                            p.planned(), new Procedure.Course(numbered.size() + 1, course.size(), began)));
        }
        return numbered;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}

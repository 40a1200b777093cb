package foramen.ui.conflict;

import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ImageRole;
import foramen.domain.injection.Injection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.revision.CaseChange;
import foramen.domain.revision.CaseChange.How;
import foramen.domain.revision.Clash;
import foramen.domain.revision.Subject;
import foramen.domain.session.Course;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in a case, in the words of whoever works with it. */
final class ChangeWords {
    private final StructureCatalog structures;
    private final Words words;

    ChangeWords(StructureCatalog structures, Words words) {
        this.structures = structures;
        this.words = words;
    }

    /** One sentence for each change, and one for each target of a plan. */
    List<String> of(Case before, Case after) {
        List<String> all = new ArrayList<>();
        for (CaseChange change : CaseChange.between(before, after)) {
            Subject s = change.subject();
            List<String> targets = change.how() == How.CHANGED && s.kind() == Subject.Kind.PLAN
                    ? targets(before.plan(s.id()).orElseThrow(), after.plan(s.id()).orElseThrow())
                    : List.of();
            if (targets.isEmpty()) {
                all.add(how(change.how(), name(s, change.how() == How.REMOVED ? before : after)));
            }
            targets.forEach(all::add);
        }
        return all;
    }

    private String how(How how, String what) {
        return words.text("conflict.line", what, words.of(how));
    }

    /** What became of the targets of a plan; empty where nothing did. */
    private List<String> targets(NeedlePlan before, NeedlePlan after) {
        List<NeedlePass> then = before.passes();
        List<NeedlePass> now = after.passes();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
            String name = words.text("conflict.target", i + 1, after.frame().number());
            if (i >= now.size()) {
                all.add(how(How.REMOVED, name));
            } else if (i >= then.size()) {
                all.add(how(How.ADDED, name));
            } else if (!then.get(i).equals(now.get(i))) {
                all.add(how(How.CHANGED, name));
            }
        }
        return all;
    }

    /** Why something of mine and something of theirs do not go together. */
    String of(Clash clash, Case base, Case mine, Case theirs) {
        String own = name(clash.mine(), mine, base);
        return clash.mine().equals(clash.theirs())
                ? words.text("conflict.line", own, words.of(clash.reason()))
                : words.text("conflict.clash", own, name(clash.theirs(), theirs, base), words.of(clash.reason()));
    }

    private String name(Subject s, Case first, Case second) {
        return isIn(s, first) ? name(s, first) : name(s, second);
    }

    private static boolean isIn(Subject s, Case c) {
        return switch (s.kind()) {
            case ANNOTATION -> c.annotation(s.id()).isPresent();
            case PLAN -> c.plan(s.id()).isPresent();
            case SESSION -> c.session(s.id()).isPresent();
            case INJECTION -> injection(s, c).isPresent();
            case CLIP -> c.clip(s.id()).isPresent();
            default -> true;
        };
    }

    /** What it is called: by what is on it where that says more than its kind. */
    private String name(Subject s, Case in) {
        Optional<String> special = switch (s.kind()) {
            case ANNOTATION -> in.annotation(s.id()).map(this::annotation);
            case PLAN -> in.plan(s.id()).map(p -> words.text("conflict.plan", p.frame().number()));
            case SESSION -> in.session(s.id()).map(x -> session(x.course()));
            case INJECTION -> injection(s, in).map(i -> words.text("conflict.injection", i.productName()));
            case IMAGE -> ImageRole.find(s.id()).map(r -> words.text("conflict.image", words.of(r)));
            case REFERENCE -> in.statements().references().stream().filter(r -> r.id().equals(s.id())).findFirst()
                    .map(r -> words.text("conflict.reference", structures.find(r.structureId()).map(words::of)
                            .orElse(r.structureId()), words.of(r.side()), words.of(r.level())));
            case CLIP -> in.clip(s.id()).map(c -> words.text("conflict.clip", c.description()));
            default -> Optional.empty();
        };
        return special.orElseGet(() -> words.of(s.kind()));
    }

    private static Optional<Injection> injection(Subject s, Case in) {
        return in.ledger().stream().filter(i -> i.id().equals(s.id())).findFirst();
    }

    private String session(Course course) {
        return course.of() == 0
                ? words.text("conflict.session", course.number())
                : words.text("conflict.session.of", course.number(), course.of());
    }

    private String annotation(Annotation a) {
        String shape = words.named("Shape." + a.shape().getClass().getSimpleName(), a.shape().word());
        String structure = structures.find(a.structureId()).map(words::of).orElse(a.structureId());
        return words.text("conflict.annotation", shape, structure, words.of(a.laterality()), a.frame().number());
    }
}

package foramen.workspace.tool;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.geometry.Point;
import foramen.geometry.Polygon;
import foramen.overlay.Draft;
import foramen.vision.OneClickOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Proposes the outline of a nerve from one click inside it. The proposal is a draft: Enter or a double click inside takes
 * it over, Esc drops it, its border can be dragged before, and a click outside asks anew. It is never taken over by
 * itself, because on swollen nerves it may take in fascia of the same brightness.
 */
final class ProposeTool implements Tool {
    private static final String ASKING = "Looking for the border; Esc stops.";
    private static final String DROPPED = "The proposal was dropped.";
    /** How far along the border the neighbours of a dragged vertex follow it, as a part of the whole (engineering default). */
    private static final double PULL = 0.12;

    @Override
    public ToolId id() {
        return ToolId.PROPOSE;
    }

    @Override
    public ToolStep step(ToolState state, ToolInput input, ToolContext context) {
        return switch (state) {
            case ToolState.Asking a -> asking(a, input, context);
            case ToolState.Proposed p -> proposed(p, input, context);
            default -> switch (input) {
                case ToolInput.Press p -> ask(p.at(), context);
                case ToolInput.Delete d -> SelectedObject.delete(ToolState.Idle.START, context);
                case ToolInput.Nudge n -> SelectedObject.nudge(ToolState.Idle.START, n, context);
                default -> ToolStep.to(ToolState.Idle.START);
            };
        };
    }

    private static ToolStep ask(Point at, ToolContext context) {
        String structure = context.labelling().structureId();
        if (context.structures().get(structure).kind() != Structure.Kind.NERVE) {
            return ToolStep.to(ToolState.Idle.START)
                    .withHint("One click finds nerves only; choose a nerve in Outline, or trace the "
                            + context.structureName(structure) + " by hand.");
        }
        return ToolStep.to(new ToolState.Asking(context.bounds().clamp(at))).withHint(ASKING);
    }

    private static ToolStep asking(ToolState.Asking state, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START).withHint(DROPPED);
            case ToolInput.Delete d -> ToolStep.to(ToolState.Idle.START).withHint(DROPPED);
            case ToolInput.Press p when p.clicks() == 1 -> ask(p.at(), context);
            default -> ToolStep.to(state).withHint(ASKING);
        };
    }

    /** What the answer to a question leads to. */
    static ToolStep answered(OutlineProposer.Answer answer, ToolContext context) {
        return switch (answer) {
            case OutlineProposer.Answer.Found f ->
                show(new ToolState.Proposed(f.outline(), f.confidence(), false, Optional.empty()), context);
            case OutlineProposer.Answer.Refused r -> refused(r.reason());
        };
    }

    /** No outline, and why. */
    static ToolStep refused(String reason) {
        return ToolStep.to(ToolState.Idle.START).withHint(reason);
    }

    private static ToolStep proposed(ToolState.Proposed s, ToolInput input, ToolContext context) {
        return switch (input) {
            case ToolInput.Press p -> press(s, p, context);
            case ToolInput.Drag d -> show(dragged(s, d.at(), context), context);
            case ToolInput.Release r -> show(letGo(dragged(s, r.at(), context)), context);
            // The button went up where nobody saw it.
            case ToolInput.Move m -> show(letGo(s), context);
            case ToolInput.Finish f -> accept(s, context);
            case ToolInput.Cancel c -> ToolStep.to(ToolState.Idle.START).withHint(DROPPED);
            case ToolInput.Delete d -> ToolStep.to(ToolState.Idle.START).withHint(DROPPED);
            case ToolInput.Nudge n -> {
                Point by = Target.within(s.outline(), new Point(n.dx(), n.dy()), context.bounds());
                boolean moved = s.corrected() || n.dx() != 0 || n.dy() != 0;
                yield show(new ToolState.Proposed(s.outline().stream().map(by::plus).toList(), s.confidence(), moved,
                        Optional.empty()), context);
            }
            default -> show(s, context);
        };
    }

    /**
     * Takes hold of the border, or asks anew where the press is outside. A double click inside takes the proposal over,
     * but only where both of its presses met the proposal: the second press of the one that asked must not.
     */
    private static ToolStep press(ToolState.Proposed s, ToolInput.Press p, ToolContext context) {
        Polygon border = new Polygon(s.outline());
        boolean inside = border.contains(p.at());
        if (p.clicks() > 1 && inside && s.tapped()) {
            return accept(s, context);
        }
        int nearest = 0;
        for (int i = 1; i < s.outline().size(); i++) {
            nearest = s.outline().get(i).distanceTo(p.at()) < s.outline().get(nearest).distanceTo(p.at())
                    ? i
                    : nearest;
        }
        boolean tapped = inside && p.clicks() == 1;
        if (border.edges().stream().anyMatch(e -> e.distanceTo(p.at()) <= context.tolerance())) {
            return show(new ToolState.Proposed(s.outline(), s.confidence(), s.corrected(),
                    Optional.of(new ToolState.Proposed.Held(nearest, p.at(), s.outline())), tapped), context);
        }
        if (inside) {
            return show(new ToolState.Proposed(s.outline(), s.confidence(), s.corrected(), Optional.empty(), tapped),
                    context);
        }
        return p.clicks() > 1 ? show(s, context) : ask(p.at(), context);
    }

    /** The held vertex follows the pointer, its neighbours the less the farther along the border they lie. */
    private static ToolState.Proposed dragged(ToolState.Proposed s, Point at, ToolContext context) {
        if (s.held().isEmpty()) {
            return s;
        }
        ToolState.Proposed.Held held = s.held().get();
        Point by = at.minus(held.start());
        if (by.length() <= context.slop() && !s.corrected()) {
            return s;
        }
        int n = held.before().size();
        double reach = Math.max(1, PULL * n);
        List<Point> outline = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            int apart = Math.abs(i - held.vertex());
            double away = Math.min(apart, n - apart) / reach;
            double share = away >= 1 ? 0 : 0.5 * (1 + Math.cos(Math.PI * away));
            outline.add(context.bounds().clamp(held.before().get(i).plus(by.times(share))));
        }
        return new ToolState.Proposed(outline, s.confidence(), true, s.held(),
                s.tapped() && by.length() <= context.slop());
    }

    private static ToolState.Proposed letGo(ToolState.Proposed s) {
        return new ToolState.Proposed(s.outline(), s.confidence(), s.corrected(), Optional.empty(), s.tapped());
    }

    /** The proposal as it stands. */
    static ToolStep show(ToolState.Proposed s, ToolContext context) {
        boolean doubtful = s.confidence() < OneClickOutline.DOUBTFUL;
        String sure = String.format(Locale.ROOT, doubtful ? "doubtful, confidence %.2f" : "confidence %.2f",
                s.confidence())
                + (s.corrected() ? ", then corrected" : "");
        return ToolStep.to(s)
                .withDraft(new Draft(Draft.Kind.PROPOSAL, s.outline(), Optional.empty(),
                        context.labelling().structureId(), Optional.empty(), 0, sure))
                .withHint("Check the border all round (" + sure
                        + "): drag it where it is wrong, Enter or a double click inside keeps it, Esc drops"
                        + " it, a click outside looks again.");
    }

    private static ToolStep accept(ToolState.Proposed s, ToolContext context) {
        Polygon outline = new Polygon(s.outline());
        if (!outline.isSimple()) {
            return show(s, context).withHint("The outline crosses itself; drag it straight, or Esc to drop it.");
        }
        Labelling l = context.labelling();
        Annotation a = new Annotation(context.ids().get(), context.frame(), new Shape.Outline(outline),
                l.structureId(), context.side(), l.level(), l.plane(), "", Annotation.State.PLAIN, Origin.PROPOSED,
                Optional.empty(), context.author(), context.now());
        return ToolStep.to(ToolState.Idle.START)
                .withEdit(context.casefile().withAnnotation(a),
                        "Take over proposed " + context.structureName(l.structureId()))
                .withSelection(new SelectionChange.Select(a.id()));
    }
}

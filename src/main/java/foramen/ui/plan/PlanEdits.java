package foramen.ui.plan;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.plan.ActualNeedle;
import foramen.domain.plan.Approach;
import foramen.domain.plan.FrameRange;
import foramen.domain.plan.Landmark;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedlePass;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.plan.PlanOverride;
import foramen.domain.plan.PlanWarning;
import foramen.domain.plan.Puncture;
import foramen.domain.plan.SkinSetting;
import foramen.geometry.Point;
import foramen.geometry.Segment;
import foramen.ui.support.Decimals;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Edits the plan being looked at; each is one step of undo. Typed values answer with one sentence where refused. */
public final class PlanEdits {
    private final Workbench bench;
    private final Words words;
    private final Supplier<Optional<NeedlePlan>> plan;

    /**
     * @param bench the case
     * @param plan the plan being looked at, as the case has it
     */
    PlanEdits(Workbench bench, Supplier<Optional<NeedlePlan>> plan) {
        this.bench = bench;
        this.words = bench.words();
        this.plan = plan;
    }

    /** Says on which side it lies. */
    public void chooseSide(Laterality side) {
        change("Set side of plan", p -> p.withLaterality(side));
    }

    /** Chooses a needle of the stock list; empty for none. */
    public void chooseNeedle(String needleId) {
        change("Choose needle", p -> p.withNeedle(needleId));
    }

    /** Notes free words; never refused. */
    public String note(String text) {
        return change("Note on plan", p -> p.withNote(text));
    }

    /** Deletes the plan; undo brings it back. */
    public void delete() {
        plan.get().ifPresent(p -> bench.editor().commit(bench.casefile().withoutPlan(p.id()), "Delete needle plan"));
    }

    /** Names a target; never refused. */
    public String renameTarget(int number, String name) {
        return pass("Name target", number, p -> p.withTargetName(name));
    }

    /** Chooses the margin rule of a target; empty for the one that follows from the target. */
    public void chooseRule(int number, String ruleId) {
        pass("Choose margin rule", number, p -> p.withRule(ruleId));
    }

    /** Removes a target; refused for the last one, and where a needle was seen on its way there. */
    public String removeTarget(int number) {
        Optional<NeedlePlan> held = plan.get();
        if (held.isEmpty()) {
            return "";
        }
        if (held.get().passes().size() == 1) {
            return words.text("plan.remove.last");
        }
        if (held.get().detail().actual().stream().anyMatch(a -> a.targetNumber() == number)) {
            return words.text("plan.remove.seen", number);
        }
        return change("Remove target", p -> p.withoutPass(number, now()));
    }

    /** Gives a target another place in the order; nothing where it has none there. */
    public void moveTarget(int number, int to) {
        plan.get().filter(p -> to >= 1 && to <= p.passes().size() && to != number)
                .ifPresent(p -> change("Reorder targets", q -> q.withPassMoved(number, to, now())));
    }

    /** Moves one target's path; an entry takes all targets of its site along. */
    String movePath(int number, Segment path, String action) {
        return change(action, p -> {
            Point site = p.passes().get(number - 1).entry();
            NeedlePlan next = p;
            for (int n = 1; n <= p.passes().size(); n++) {
                NeedlePass pass = p.passes().get(n - 1);
                if (n == number) {
                    next = next.withPass(n, pass.withPath(path), now());
                } else if (pass.entry().equals(site) && !path.a().equals(site)) {
                    next = next.withPass(n, pass.withPath(new Segment(path.a(), pass.target())), now());
                }
            }
            return next;
        });
    }

    /** Brings the needle in within the plane of the picture, or from beside it. */
    public void chooseInPlane(boolean inPlane) {
        approach("Set approach", a -> a.inPlane() == inPlane
                ? a
                : a.withPuncture(inPlane ? Optional.empty() : Optional.of(Puncture.UNMEASURED)));
    }

    /** How far beside the plane the skin is punctured, mm; blank for not measured. */
    public String typePlaneDistance(String text) {
        return optional(text, mm -> approach("Set distance to plane", a -> a.withPuncture(
                Optional.of(new Puncture(mm, a.puncture().flatMap(Puncture::angleDegrees))))));
    }

    /** At which angle it goes in out of plane, degrees; blank for the one that reaches the target. */
    public String typePunctureAngle(String text) {
        return optional(text, degrees -> approach("Set puncture angle", a -> a.withPuncture(
                Optional.of(new Puncture(a.puncture().flatMap(Puncture::planeDistanceMm), degrees)))));
    }

    /** Says which way the needle comes. */
    public void chooseDirection(NeedleDirection direction) {
        approach("Set needle direction", a -> a.withDirection(direction));
    }

    /** Names the landmark on the skin; never refused. */
    public String nameLandmark(String name) {
        return approach("Set landmark", a -> a.withLandmark(new Landmark(name.strip(), a.landmark().mm())));
    }

    /** How far the entry lies from the landmark, mm; blank for not measured. */
    public String typeLandmark(String text) {
        return optional(text,
                mm -> approach("Set landmark", a -> a.withLandmark(new Landmark(a.landmark().name(), mm))));
    }

    /** Says whether vessels were looked for with Doppler. */
    public void tickDoppler(boolean done) {
        approach("Set Doppler check", a -> a.withDopplerDone(done));
    }

    /** Takes the worst case over the frames from one number to another, from 1; both blank for the planned frame. */
    public String typeRange(String first, String last) {
        Optional<ClipInfo> clip = bench.info();
        if (first.isBlank() && last.isBlank()) {
            return change("Set frames of worst case", p -> p.withDetail(p.detail().withRange(Optional.empty()), now()));
        }
        int frames = clip.map(c -> c.frames()).orElse(1);
        Optional<Integer> from = frame(first, frames);
        Optional<Integer> to = frame(last, frames);
        if (from.isEmpty() || to.isEmpty() || from.get() > to.get()) {
            return words.text("plan.worst.number", frames);
        }
        return change("Set frames of worst case",
                p -> p.withDetail(p.detail().withRange(Optional.of(new FrameRange(from.get() - 1, to.get() - 1))),
                        now()));
    }

    private static Optional<Integer> frame(String text, int frames) {
        return Decimals.parse(text).filter(v -> v.stripTrailingZeros().scale() <= 0
                && v.compareTo(BigDecimal.ONE) >= 0 && v.compareTo(BigDecimal.valueOf(frames)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** Sets the skin arc by the radius of the probe and the lowest point of its face, for all plans of the clip. */
    public String setArc(String radius, Point face) {
        Optional<BigDecimal> mm = Decimals.parse(radius).filter(r -> r.signum() > 0);
        if (mm.isEmpty()) {
            return words.text("plan.number");
        }
        SkinSetting.Form form = new SkinSetting.Form.Face(face, mm.get().doubleValue());
        return skin("Set skin arc", Optional.of(new SkinSetting(form, bench.editor().operator(), now())));
    }

    /** Takes the skin as straight again, for all plans of the clip. */
    public void clearArc() {
        skin("Take skin as straight", Optional.empty());
    }

    /** All plans of a clip share its probe. */
    private String skin(String action, Optional<SkinSetting> set) {
        plan.get().ifPresent(held -> {
            Case next = bench.casefile();
            for (NeedlePlan p : bench.casefile().plans()) {
                if (p.frame().sopInstanceUid().equals(held.frame().sopInstanceUid())) {
                    next = next.withPlan(p.withApproach(p.detail().approach().withSkin(set), now()));
                }
            }
            bench.editor().commit(next, action);
        });
        return "";
    }

    /** Overrides a warning for a typed reason, which stays in the plan. */
    public String override(PlanWarning warning, String reason) {
        if (reason.isBlank()) {
            return words.text("plan.override.reason");
        }
        PlanOverride o = PlanOverride.of(warning, reason.strip(), bench.editor().operator(), now());
        return change("Override warning", p -> p.withDetail(p.detail().withOverride(o), now()));
    }

    /** Takes an override back. */
    public void takeBack(PlanOverride override) {
        change("Take override back", p -> p.withDetail(p.detail().withoutOverride(override), now()));
    }

    /** Says for which target a needle was seen. */
    public void chooseSeenTarget(int index, int number) {
        seen("Set target of needle as seen", all -> all.set(index, all.get(index).withTargetNumber(number)));
    }

    /** Takes away a needle as seen. */
    public void removeSeen(int index) {
        seen("Remove needle as seen", all -> all.remove(index));
    }

    private void seen(String action, Consumer<List<ActualNeedle>> edit) {
        change(action, p -> {
            List<ActualNeedle> all = new ArrayList<>(p.detail().actual());
            edit.accept(all);
            return p.withDetail(p.detail().withActual(all), now());
        });
    }

    private String optional(String text, Function<Optional<Double>, String> edit) {
        if (text.isBlank()) {
            return edit.apply(Optional.empty());
        }
        Optional<Double> value = Decimals.parse(text).map(BigDecimal::doubleValue);
        if (value.isEmpty()) {
            return words.text("plan.number");
        }
        try {
            return edit.apply(value);
        } catch (IllegalArgumentException e) {
            return words.said(String.valueOf(e.getMessage()));
        }
    }

    private String approach(String action, UnaryOperator<Approach> edit) {
        return change(action, p -> p.withApproach(edit.apply(p.detail().approach()), now()));
    }

    private String pass(String action, int number, UnaryOperator<NeedlePass> edit) {
        return change(action, p -> p.withPass(number, edit.apply(p.passes().get(number - 1)), now()));
    }

    private String change(String action, UnaryOperator<NeedlePlan> edit) {
        plan.get().ifPresent(p -> {
            NeedlePlan next = edit.apply(p);
            // What only says again what is there is no edit.
            if (!next.withDetail(next.detail(), p.plannedAt()).equals(p)) {
                bench.editor().commit(bench.casefile().withPlan(next), action);
            }
        });
        return "";
    }

    private Instant now() {
        return bench.editor().now();
    }
}

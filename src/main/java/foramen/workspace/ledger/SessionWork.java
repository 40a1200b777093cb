package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Component;
import foramen.domain.injection.Gs1;
import foramen.domain.injection.History;
import foramen.domain.injection.Syringe;
import foramen.domain.plan.NeedlePlan;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Protocol;
import foramen.domain.session.Session;
import foramen.domain.session.rules.SessionCheck;
import foramen.workspace.edit.CaseEditor;
import foramen.workspace.ledger.SessionDesk.Surroundings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The session being worked on in the current case. Each edit is kept at once, so that a crash loses none; what cannot be
 * done is answered with one sentence, and an empty one means that it was done.
 */
public final class SessionWork {
    /** What the first syringe is called. */
    public static final String FIRST_SYRINGE = "A";

    private static final String DONE = "";
    private static final String NO_VOLUME = "Enter the volume in mL.";

    private final CaseEditor editor;
    private final SessionDesk desk;
    private final ZoneId zone;

    /**
     * @param editor the case
     * @param desk plans, checks and closes
     * @param zone the clinic's time zone
     */
    public SessionWork(CaseEditor editor, SessionDesk desk, ZoneId zone) {
        this.editor = editor;
        this.desk = desk;
        this.zone = zone;
    }

    /** The session that is planned and not given yet: the newest one. */
    public Optional<Session> planned() {
        return editor.current().sessions().reversed().stream().filter(s -> !s.isClosed()).findFirst();
    }

    /** The newest session that was given or stopped. */
    public Optional<Session> last() {
        return editor.current().sessions().reversed().stream().filter(Session::isClosed).findFirst();
    }

    /** What is known beside the case: the image in view, the store, and the red flags that the assessment asked about. */
    public Surroundings around(Optional<Laterality> image, History history) {
        Risks flags = Risks.UNKNOWN;
        Optional<RedFlagScreen> screen = editor.current().followUp().redFlags();
        if (screen.isPresent()) {
            for (SafetyBook.Risk r : desk.book().safety().risks()) {
                // A flag that is there is recorded at once; what nobody asked beside it is not answered with no.
                if (r.group() == SafetyBook.Group.RED_FLAG && !screen.get().unanswered().contains(r.id())) {
                    flags = flags.with(r.id(),
                            screen.get().present().contains(r.id()) ? Risks.Answer.YES : Risks.Answer.NO);
                }
            }
        }
        return new Surroundings(image.stream().toList(), history, flags, Optional.of(editor.now()));
    }

    /** Begins the next session of a protocol; of none, one with nothing in it. */
    public void begin(Optional<Protocol> protocol) {
        Session session = protocol
                .map(p -> desk.begin(editor.current(), p, editor.newId(), editor.now(), editor.operator()))
                .orElseGet(() -> desk.beginFree(editor.current(), editor.newId(), editor.now(), editor.operator()));
        editor.saveSession(session, "plan of " + session.course().words());
    }

    /** Changes the planned session; does nothing where there is none. */
    public void change(UnaryOperator<Session> edit, String what) {
        planned().ifPresent(s -> {
            Session next = edit.apply(s);
            if (!next.equals(s)) {
                editor.saveSession(next, what + " of " + s.course().words());
            }
        });
    }

    /**
     * Chooses the side of the session; portions that went along with the old one go along with the new one. Where both
     * sides are to be treated, a portion of one side stays there.
     */
    public void chooseSide(Laterality side) {
        change(s -> s.withSide(side).withAliquots(s.aliquots().stream()
                .map(a -> a.side() == s.side() && (side != Laterality.BILATERAL || !isOne(a.side()))
                        ? withSide(a, side)
                        : a)
                .toList()), "side");
    }

    /** Chooses the side of a portion, such as in a session of both sides. */
    public void portionSide(String id, Laterality side) {
        change(s -> s.withAliquots(s.aliquots().stream().map(a -> a.id().equals(id) ? withSide(a, side) : a).toList()),
                "portions");
    }

    private static boolean isOne(Laterality side) {
        return side == Laterality.LEFT || side == Laterality.RIGHT;
    }

    /** The side of a new portion: the session's, or of both that of the plan it follows. */
    private static Laterality sideOf(Session s, Optional<NeedlePlan> plan) {
        return plan.map(NeedlePlan::laterality).filter(p -> s.side() == Laterality.BILATERAL && isOne(p))
                .orElse(s.side());
    }

    private static Aliquot withSide(Aliquot a, Laterality side) {
        return new Aliquot(a.id(), a.syringeId(), a.planId(), a.target(), a.site(), side, a.volumeMl());
    }

    /** Says who does it. */
    public void operator(String name) {
        change(s -> s.withOperator(name.strip()), "operator");
    }

    /** Chooses the jurisdiction whose maxima hold. */
    public void chooseProfile(String id) {
        change(s -> s.withProfile(id), "profile");
    }

    /** Adds an empty syringe, called by the next letter. */
    public void addSyringe() {
        change(s -> s.with(new Syringe(nextSyringe(s), nextSyringe(s), List.of())), "syringes");
    }

    private static String nextSyringe(Session s) {
        char letter = FIRST_SYRINGE.charAt(0);
        while (s.syringe(String.valueOf(letter)).isPresent()) {
            letter++;
        }
        return String.valueOf(letter);
    }

    /** Takes a syringe away, and its portions. */
    public void removeSyringe(String id) {
        change(s -> s.withSyringes(s.syringes().stream().filter(x -> !x.id().equals(id)).toList())
                .withAliquots(s.aliquots().stream().filter(a -> !a.syringeId().equals(id)).toList()), "syringes");
    }

    /** Draws up what was typed, in a new syringe where there is none of that name. */
    public String draw(String syringeId, Mixture.Result read) {
        return switch (read) {
            case Mixture.Refused refused -> refused.sentence();
            case Mixture.Mixed mixed -> {
                change(s -> {
                    Syringe old = s.syringe(syringeId).orElse(new Syringe(syringeId, syringeId, List.of()));
                    List<Component> all = new ArrayList<>(old.components());
                    all.addAll(mixed.components());
                    return s.with(new Syringe(old.id(), old.label(), all));
                }, "syringes");
                yield DONE;
            }
        };
    }

    /** Takes a component out of a syringe. */
    public void pour(String syringeId, int index) {
        components(syringeId, all -> {
            all.remove(index);
            return all;
        });
    }

    private void components(String syringeId, UnaryOperator<List<Component>> edit) {
        change(s -> s.syringe(syringeId)
                .map(x -> s.with(new Syringe(x.id(), x.label(), edit.apply(new ArrayList<>(x.components())))))
                .orElse(s), "syringes");
    }

    /** Takes the lot as typed. */
    public void lot(String syringeId, int index, String lot) {
        components(syringeId, all -> {
            Component c = all.get(index);
            all.set(index, c.from(lot.strip(), c.expiry(), c.gtin()));
            return all;
        });
    }

    /** Takes the expiry as typed. */
    public String expiry(String syringeId, int index, String typed) {
        Optional<LocalDate> day;
        try {
            day = typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return "Enter the expiry as year-month-day, such as 2027-03-31.";
        }
        components(syringeId, all -> {
            Component c = all.get(index);
            all.set(index, c.from(c.lot(), day, c.gtin()));
            return all;
        });
        return DONE;
    }

    /** Takes lot, expiry and item number from a code as typed, pasted or scanned. */
    public String scan(String syringeId, int index, String code) {
        try {
            Optional<Session> session = planned();
            if (session.isPresent()) {
                Session next = desk.scan(session.get(), syringeId, index, code,
                        editor.now().atZone(zone).toLocalDate());
                change(s -> next, "vial");
            }
            return DONE;
        } catch (Gs1.UnreadableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * Says where a part of a syringe goes.
     *
     * @param target what kind of place; empty for another
     * @param volume mL as typed; blank for all that is left
     */
    public String portion(String syringeId, String target, String site, Optional<NeedlePlan> plan, String volume) {
        Optional<Session> session = planned();
        Optional<Syringe> syringe = session.flatMap(s -> s.syringe(syringeId));
        if (session.isEmpty() || syringe.isEmpty()) {
            return "Choose the syringe.";
        }
        BigDecimal left = session.get().leftMl(syringe.get());
        Optional<BigDecimal> ml = volume.isBlank()
                ? Optional.of(left).filter(v -> v.signum() > 0)
                : TypedAmount.volumeMl(volume);
        if (ml.isEmpty()) {
            return volume.isBlank()
                    ? "Nothing is left in this syringe."
                    : TypedAmount.refusal(volume, NO_VOLUME);
        }
        if (target.isBlank() && site.isBlank()) {
            return "Say where it was put, such as around the sciatic nerve.";
        }
        change(s -> s.with(new Aliquot(nextPortion(s), syringeId, plan.map(NeedlePlan::id).orElse(""), target,
                site.strip(), sideOf(s, plan), ml.get())), "portions");
        return DONE;
    }

    private static String nextPortion(Session s) {
        int n = 1;
        while (isPortion(s, String.valueOf(n))) {
            n++;
        }
        return String.valueOf(n);
    }

    private static boolean isPortion(Session s, String id) {
        return s.aliquots().stream().anyMatch(a -> a.id().equals(id));
    }

    /** Takes a portion away: not planned any more, or not given when a session is stopped. */
    public void removePortion(String id) {
        change(s -> s.withAliquots(s.aliquots().stream().filter(a -> !a.id().equals(id)).toList()), "portions");
    }

    /** Takes another volume of a portion as typed, such as what was given of it when a session is stopped. */
    public String portionVolume(String id, String typed) {
        Optional<BigDecimal> ml = TypedAmount.volumeMl(typed);
        if (ml.isEmpty()) {
            return TypedAmount.refusal(typed, NO_VOLUME);
        }
        change(s -> s.withAliquots(s.aliquots().stream()
                .map(a -> a.id().equals(id) ? a.withVolumeMl(ml.get()) : a).toList()), "portions");
        return DONE;
    }

    /** Changes what is noted of the safety of the planned session. */
    public void note(UnaryOperator<SafetyRecord> edit, String what) {
        change(s -> s.withSafety(edit.apply(s.safety())), what);
    }

    /** Records the time-out. */
    public String timeOut(String by) {
        if (by.isBlank()) {
            return "Enter the operator.";
        }
        note(r -> r.with(new TimeOut(by, editor.now(), "")), "time-out");
        return DONE;
    }

    /** Notes what was seen after the newest session that is over. */
    public void noteAfter(UnaryOperator<SafetyRecord> edit, String what) {
        last().ifPresent(s -> {
            Session next = s.withSafety(edit.apply(s.safety()));
            if (!next.equals(s)) {
                editor.saveSession(next, what + " of " + s.course().words());
            }
        });
    }

    /** Passes over an alert with a typed reason, which is kept. */
    public String overrule(Alert alert, String reason, String by) {
        try {
            Optional<Session> session = planned();
            if (session.isPresent()) {
                Session next = desk.overrule(session.get(), alert, reason, by, editor.now());
                change(s -> next, "override of " + alert.id());
            }
            return DONE;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The alerts and sums of the planned session. */
    public Optional<SessionCheck> check(Surroundings around) {
        return planned().map(s -> desk.check(desk.today(s, editor.now()), editor.current(), around, true));
    }

    /** Gives the planned session: closes it with its lines. */
    public String give(Surroundings around) {
        try {
            planned().map(s -> desk.give(s, editor.current(), around, editor.now()))
                    .ifPresent(c -> editor.closeSession(c.session(), c.lines()));
            return DONE;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Stops the planned session: the portions that are left in it were given, none where nothing was. */
    public String stop(String reason, boolean nothingGiven) {
        try {
            planned().map(s -> desk.stop(nothingGiven ? s.withAliquots(List.of()) : s, reason, editor.now()))
                    .ifPresent(c -> editor.closeSession(c.session(), c.lines()));
            return DONE;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}

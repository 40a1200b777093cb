package foramen.dicom.sr;

import foramen.domain.anatomy.Code;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.HipScore;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.Visit;
import foramen.domain.casefile.Case;
import foramen.domain.safety.SafetyRecord.Complication;
import foramen.domain.session.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How visits and complications are shown to any reader: scores by their LOINC code, complications in codes of PS3.16
 * where it has them. Nothing is shown that nobody asked or noticed.
 */
public final class ShownCare {
    private static final Code OUTCOMES = Codes.own("outcomes", "Visits and scores");
    private static final Code VISIT = Codes.own("visit-shown", "Visit");
    private static final Code EVENT = Codes.own("event-shown", "Event of the follow-up");
    private static final Code GRADE = Codes.own("adverse-event-grade", "Grade of the adverse event, 1 to 5");
    private static final Code STATE = Codes.own("pain-state", "Which pain");
    private static final Code RULES = Codes.own("score-rules", "Rules the score was counted by");
    private static final Code COMPLICATIONS = new Code("DCM", "121113", "Complications");
    private static final Code SCORE = new Code("UCUM", "{score}", "score");
    private static final Code MM = new Code("UCUM", "mm", "millimeter");
    private static final Map<Instrument, Code> SCORES = Map.of(Instrument.NRS,
            new Code("LN", "72514-3", "Pain severity, 0-10 verbal numeric rating"), Instrument.VAS,
            new Code("LN", "38214-3", "Pain severity, visual analog score"), Instrument.HHS,
            new Code("LN", "100291-4", "Harris hip score, total"), Instrument.MHHS,
            Codes.own("modified-harris-hip-score", "Modified Harris hip score, scaled to 100"));
    /** What has a code there; a code for something near it would say something else. */
    private static final Map<String, Code> KINDS = Map.of("none", new Code("DCM", "111492", "No complications"),
            "vasovagal", Codes.sct("398665005", "Vasovagal syncope"), "haematoma",
            Codes.sct("35566002", "Hematoma"));

    private ShownCare() {}

    /** The containers of {@code c}; none where nothing was recorded. */
    public static List<ContentItem> of(Case c) {
        List<ContentItem> shown = new ArrayList<>();
        List<ContentItem> noticed = new ArrayList<>();
        for (Session s : c.sessions()) {
            s.safety().complications().forEach(x -> noticed.add(complication(x)));
        }
        if (!noticed.isEmpty()) {
            shown.add(ContentItem.container(Relationship.CONTAINS, COMPLICATIONS, noticed));
        }
        List<ContentItem> outcomes = outcomes(c.followUp());
        if (!outcomes.isEmpty()) {
            shown.add(ContentItem.container(Relationship.CONTAINS, OUTCOMES, outcomes));
        }
        return shown;
    }

    private static ContentItem complication(Complication c) {
        return ContentItem.code(Relationship.CONTAINS, COMPLICATIONS, KINDS.getOrDefault(c.kindId(), named(c.kindId())))
                .at(c.noticed());
    }

    private static List<ContentItem> outcomes(FollowUp f) {
        List<ContentItem> items = new ArrayList<>();
        for (Visit v : f.visits()) {
            List<ContentItem> scores = new ArrayList<>();
            v.pain().forEach(p -> scores.add(score(p)));
            v.hipScores().forEach(s -> scores.add(score(s)));
            if (!scores.isEmpty()) {
                items.add(ContentItem.container(Relationship.CONTAINS, VISIT, scores).at(v.at()));
            }
        }
        f.events().forEach(e -> items.add(event(e)));
        return items;
    }

    private static ContentItem score(PainScore p) {
        return number(p.instrument(), BigDecimal.valueOf(p.value())).with(List.of(ContentItem
                .code(Relationship.HAS_CONCEPT_MOD, STATE, Codes.own(p.state().id(), p.state().words()))));
    }

    private static ContentItem score(HipScore s) {
        String rules = s.measure().variant();
        ContentItem number = number(s.measure().instrument(), s.total());
        return rules.isBlank()
                ? number
                : number.with(List.of(ContentItem.text(Relationship.HAS_CONCEPT_MOD, RULES, rules)));
    }

    private static ContentItem number(Instrument instrument, BigDecimal value) {
        return ContentItem.number(Relationship.CONTAINS, SCORES.getOrDefault(instrument, named(instrument.id())), value,
                instrument == Instrument.VAS ? MM : SCORE);
    }

    private static ContentItem event(CareEvent e) {
        ContentItem item = ContentItem.code(Relationship.CONTAINS, EVENT,
                Codes.own(e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.kind().label())).at(e.at());
        List<ContentItem> details = new ArrayList<>();
        e.grade().ifPresent(g -> details
                .add(ContentItem.number(Relationship.HAS_PROPERTIES, GRADE, BigDecimal.valueOf(g), SCORE)));
        if (!e.what().isBlank()) {
            details.add(ContentItem.text(Relationship.HAS_PROPERTIES, Codes.COMMENT, e.what()));
        }
        return item.with(details);
    }

    private static Code named(String id) {
        String plain = id.codePoints().map(c -> c < ' ' || c > '~' || c == '\\' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return Codes.own(plain.isEmpty() ? "unnamed" : plain, plain.isEmpty() ? "unnamed" : plain);
    }

    /**
     * The scores that a report shows, each by its code with its value, in order: to hold a report against its record.
     *
     * @param root the whole report
     */
    public static List<String> scores(ContentItem root) {
        return root.child(OUTCOMES).stream().flatMap(o -> o.children(VISIT).stream())
                .flatMap(v -> v.children().stream()).map(ShownCare::signature).flatMap(Optional::stream).toList();
    }

    private static Optional<String> signature(ContentItem item) {
        return item.content() instanceof Content.Numeric n && item.name().isPresent()
                ? Optional.of(item.name().get().value() + " " + item.child(STATE).flatMap(ContentItem::code)
                        .map(Code::value).orElse("") + " "
                        + n.amount().map(a -> Float.toString(a.value().floatValue())).orElse("none"))
                : Optional.empty();
    }

    /** The scores that a report of {@code c} shows. */
    public static List<String> scores(Case c) {
        return scores(ContentItem.container(Relationship.NONE, Codes.IMAGING_MEASUREMENT_REPORT, of(c)));
    }
}

package foramen.report.document;

import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.RedFlagScreen;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.ClipInfo;
import foramen.domain.patient.Patient;
import foramen.domain.safety.Risks;
import foramen.domain.safety.SafetyBook;
import foramen.report.document.Section.Row;
import foramen.report.document.Section.Table;
import foramen.report.document.Section.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a report about the patient: who, what is known before, what the examination found. */
final class PatientSections {
    private final ReportContext c;

    PatientSections(ReportContext context) {
        this.c = context;
    }

    List<Section> all() {
        return List.of(identifiers(), history(), tests(), baseline());
    }

    private Section identifiers() {
        Patient p = c.casefile().patient();
        Section.Builder s = c.section("identifiers").fact(c.text("patient"), c.orNone(name(p)))
                .fact(c.text("patient-id"), c.orNone(p.id()))
                .fact(c.text("born"), c.orNone(p.birthDate().map(Object::toString).orElse("")))
                .fact(c.text("sex"), c.orNone(p.sex()))
                .fact(c.text("weight"), c.orNone(p.weightKg().map(w -> w.toPlainString() + " kg").orElse("")))
                .fact(c.text("side"), c.side(c.casefile().side()))
                .fact(c.text("case"), c.casefile().id().value())
                .fact(c.text("operator"), c.orNone(c.subject().operator()))
                .fact(c.text("made"), c.dateTime(c.subject().at()));
        List<Row> rows = new ArrayList<>();
        for (ClipRef ref : c.casefile().clips()) {
            rows.add(clip(ref));
        }
        return s.add(new Table(c.text("clips"),
                c.columns("number#", "clip", "acquired", "scanner", "institution"), rows)).build();
    }

    /** DICOM writes a name as family^given. */
    static String name(Patient p) {
        return p.name().replace('^', ' ').strip();
    }

    private Row clip(ClipRef ref) {
        Optional<ClipInfo> info = c.clips().info(ref.sopInstanceUid());
        String description = ref.description().isBlank()
                ? info.map(i -> i.origin().description()).orElse("")
                : ref.description();
        return new Row(List.of(c.clipNumber(ref.sopInstanceUid()), c.orNone(description),
                c.orNone(info.flatMap(ClipInfo::acquired).map(t -> t.toString().replace('T', ' ')).orElse("")),
                c.orNone(info.map(i -> (i.origin().manufacturer() + " " + i.origin().model()).strip()).orElse("")),
                c.orNone(info.map(i -> i.origin().institution()).orElse(""))),
                info.isPresent() ? "" : c.words().terms().said(c.clips().whyMissing(ref.sopInstanceUid())), false);
    }

    private Section history() {
        Section.Builder s = c.section("history");
        Optional<RedFlagScreen> flags = c.casefile().followUp().redFlags();
        List<String> present = new ArrayList<>(flags.map(f -> f.present().stream().map(this::flag).toList())
                .orElse(List.of()));
        Risks risks = c.casefile().risks();
        boolean asked = flags.isPresent();
        for (SafetyBook.Risk r : c.books().doses().safety().risks()) {
            if (r.group() == SafetyBook.Group.RED_FLAG) {
                asked |= risks.answer(r.id()) != Risks.Answer.NOT_ASKED;
                if (risks.answer(r.id()) == Risks.Answer.YES) {
                    present.add(detailed(r, risks));
                }
            }
        }
        String distinct = present.stream().distinct().collect(Collectors.joining("; "));
        s.fact(c.text("red-flags"), asked
                ? distinct.isEmpty() ? c.text("red-flags.none") : distinct
                : c.text("not-asked"));
        for (SafetyBook.Group group : List.of(SafetyBook.Group.ALLERGY, SafetyBook.Group.CONDITION,
                SafetyBook.Group.MEDICINE)) {
            s.fact(c.text("group." + group.name()), answers(group, risks));
        }
        return s.build();
    }

    private String flag(String id) {
        return c.books().tests().redFlags().stream().filter(f -> f.id().equals(id))
                .map(TestCatalog.RedFlag::words).findFirst().orElse(id);
    }

    private static String detailed(SafetyBook.Risk r, Risks risks) {
        String detail = risks.details().getOrDefault(r.id(), "");
        return r.name() + (detail.isBlank() ? "" : " (" + detail + ")");
    }

    /** What is there, what was denied and what nobody asked: the three are never the same. */
    private String answers(SafetyBook.Group group, Risks risks) {
        List<SafetyBook.Risk> all = c.books().doses().safety().risks().stream().filter(r -> r.group() == group)
                .toList();
        String yes = join(all, risks, Risks.Answer.YES);
        String no = join(all, risks, Risks.Answer.NO);
        long open = all.stream().filter(r -> risks.answer(r.id()) == Risks.Answer.NOT_ASKED).count();
        List<String> parts = new ArrayList<>();
        if (!yes.isEmpty()) {
            parts.add(c.text("answers.yes", yes));
        }
        if (!no.isEmpty()) {
            parts.add(c.text("answers.no", no));
        }
        if (open > 0) {
            parts.add(c.text("answers.open", open, all.size()));
        }
        return String.join(" ", parts);
    }

    private static String join(List<SafetyBook.Risk> all, Risks risks, Risks.Answer answer) {
        return all.stream().filter(r -> risks.answer(r.id()) == answer).map(r -> detailed(r, risks))
                .collect(Collectors.joining(", "));
    }

    private Section tests() {
        List<Row> tests = new ArrayList<>();
        List<Row> neuro = new ArrayList<>();
        for (Visit v : c.casefile().followUp().visitsInTime()) {
            v.tests().forEach(t -> tests.add(test(v, t)));
            v.neuro().forEach(n -> neuro.add(neuro(v, n)));
        }
        return c.section("tests")
                .add(new Table(c.text("provocation"),
                        c.columns("date", "test", "side", "result", "where", "nrs#", "angle#"), tests))
                .add(new Table(c.text("neuro"), c.columns("date", "item", "side", "grade#", "normal#"), neuro)).build();
    }

    private Row test(Visit v, TestFinding t) {
        String name = c.books().tests().tests().stream().filter(k -> k.id().equals(t.testId()))
                .map(TestCatalog.ProvocationTest::name).findFirst().orElse(t.testId());
        return new Row(List.of(c.day(v.at()), name, c.side(t.side()),
                c.words().terms().of(t.result(), t.result().words()),
                t.sites().stream().map(p -> c.words().terms().of(p, p.words())).collect(Collectors.joining(", ")),
                t.nrs().isPresent() ? Integer.toString(t.nrs().getAsInt()) : "",
                t.angleDeg().isPresent() ? t.angleDeg().getAsInt() + "°" : ""), t.note(), false);
    }

    private Row neuro(Visit v, NeuroFinding n) {
        return Row.of(c.day(v.at()), c.words().terms().of(n.item(), n.item().label()), c.side(n.side()),
                Integer.toString(n.grade()), Integer.toString(n.item().normal()));
    }

    private Section baseline() {
        List<Row> rows = new ArrayList<>();
        for (Visit v : c.casefile().followUp().visitsInTime()) {
            if (v.window().equals(VisitWindow.BASELINE)) {
                v.values().forEach((m, value) -> rows.add(Row.of(c.day(v.at()), m.label(), m.text(value))));
            }
        }
        return c.section("baseline").add(new Table(c.text("scores"), c.columns("date", "measure", "value#"), rows))
                .build();
    }

    /** Why, and what was tried before. */
    Section indication() {
        List<Row> rows = new ArrayList<>();
        for (CareEvent e : c.casefile().followUp().eventsInTime()) {
            if (e.kind() != CareEvent.Kind.ADVERSE_EVENT) {
                rows.add(Row.of(c.day(e.at()), c.words().terms().of(e.kind(), e.kind().label()), c.side(e.side()),
                        Stream.of(e.what(), e.note()).filter(t -> !t.isBlank()).collect(Collectors.joining(": "))));
            }
        }
        return c.section("indication").text(c.casefile().indication(), Tone.PLAIN)
                .add(new Table(c.text("prior"), c.columns("date", "care", "side", "note"), rows)).build();
    }
}

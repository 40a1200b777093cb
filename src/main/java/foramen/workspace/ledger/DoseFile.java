package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.Component;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.injection.History;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.PriorTreatment;
import foramen.domain.injection.Product;
import foramen.domain.injection.Rational;
import foramen.domain.injection.Syringe;
import foramen.domain.safety.Risks;
import foramen.domain.safety.Risks.Answer;
import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyRecord;
import foramen.domain.safety.SafetyRecord.Anticoagulation;
import foramen.domain.safety.SafetyRecord.CheckAnswer;
import foramen.domain.safety.SafetyRecord.State;
import foramen.domain.safety.SafetyRecord.TimeOut;
import foramen.domain.session.Aliquot;
import foramen.domain.session.Course;
import foramen.domain.session.DoseBook;
import foramen.domain.session.ProtocolCatalog;
import foramen.domain.session.Session;
import foramen.domain.session.rules.DoseQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The input of {@code foramen dose check}: one session and what is known of the patient, as the user guide describes it.
 * What the file does not say is not known; only {@code "asked": true} makes unnamed risks absent, and only a
 * {@code history} list, even an empty one, says what was given before.
 */
public final class DoseFile {
    private static final String ADVICE = "Correct the file and check again";
    private static final String NO_HISTORY = "Nothing is said about earlier treatments, so limits over months cannot be"
            + " checked. Add a list “history”, empty where nothing was given.";

    private static final String COURSE = "course";

    private final DoseBook book;

    private DoseFile(DoseBook book) {
        this.book = book;
    }

    /**
     * Reads a file.
     *
     * @param text its content
     * @param name what to call it in a complaint
     * @param book the products and risks that it may name
     * @throws DataFileException with one sentence: file, line, field and what to do
     */
    public static DoseQuestion read(String text, String name, DoseBook book) throws DataFileException {
        return DataFile.read(text, name, ADVICE, new DoseFile(book)::question);
    }

    /** The question in one object, such as of a list of scripted cases. */
    public static DoseQuestion read(DataEntry e, DoseBook book) throws DataFileException {
        return new DoseFile(book).question(e);
    }

    private DoseQuestion question(DataEntry e) throws DataFileException {
        LocalDate date = e.date("date");
        Laterality side = side(e, "side");
        String profile = e.textOr("profile", "");
        if (!profile.isEmpty() && book.limits().profile(profile).isEmpty()) {
            throw e.wrong("names the unknown profile “" + profile + "”; known are "
                    + String.join(", ", book.limits().profiles().stream().map(p -> p.id()).toList()));
        }
        String operator = e.textOr("operator", "");
        List<Syringe> syringes = List.copyOf(e.byId("syringes", this::syringe).values());
        List<Aliquot> aliquots = e.list("portions", p -> aliquot(p, side));
        Follows follows = e.optional("course", DoseFile::follows)
                .orElse(new Follows(new Course(COURSE, 1, 0, "", ""), Optional.empty()));
        Course course = follows.course();
        SafetyRecord safety = safety(e, operator, date.atStartOfDay(ZoneOffset.UTC).toInstant());
        Session session = new Session("session", course, date, side, profile, syringes, aliquots, safety,
                Session.Status.PLANNED, Optional.empty(), operator, "");
        List<Session> earlier = follows.last().map(d -> Session.plan("before", course, d, side, operator)
                .closed(Session.Status.GIVEN, d.atStartOfDay(ZoneOffset.UTC).toInstant(), "")).stream().toList();
        Map<String, Laterality> plans = new HashMap<>();
        e.byId("plans", p -> plans.put(p.text("id"), side(p, "side")) == null);
        Patient patient = e.optional("patient", DoseFile::patient).orElse(Patient.UNKNOWN);
        History history = e.has("history")
                ? new History(e.list("history", this::prior), Optional.empty())
                : new History(List.of(), Optional.of(NO_HISTORY));
        return new DoseQuestion(session, patient.weightKg(), patient.sex(), risks(e).withHeightCm(patient.heightCm()),
                side(e, "caseSide"), List.of(side(e, "imageSide")), plans, history, earlier, e.flag("atNeedle"));
    }

    /** Which session it is, and when the one before was. */
    private record Follows(Course course, Optional<LocalDate> last) {}

    /** What of the patient a dose needs. */
    private record Patient(Optional<BigDecimal> weightKg, Optional<BigDecimal> heightCm,
            String sex) {
        static final Patient UNKNOWN = new Patient(Optional.empty(), Optional.empty(), "");
    }

    private static Patient patient(DataEntry e) throws DataFileException {
        return new Patient(e.optionalDecimal("weightKg"), e.optionalDecimal("heightCm"), e.textOr("sex", ""));
    }

    private static Laterality side(DataEntry e, String name) throws DataFileException {
        return e.has(name) ? e.choice(name, Laterality.class) : Laterality.UNSPECIFIED;
    }

    private static Follows follows(DataEntry e) throws DataFileException {
        return new Follows(
                new Course(COURSE, e.optionalWhole("session", 1).orElse(1), e.optionalWhole("of", 1).orElse(0),
                        e.textOr("protocol", ""), ""),
                e.has("last") ? Optional.of(e.date("last")) : Optional.empty());
    }

    private Syringe syringe(DataEntry e) throws DataFileException {
        return new Syringe(e.text("id"), e.textOr("label", e.text("id")), e.list("components", this::component));
    }

    private Component component(DataEntry e) throws DataFileException {
        String id = e.text("product");
        Optional<Product> product = book.products().find(id);
        Component.Content content = ProtocolCatalog.content(e)
                .orElseThrow(() -> e.wrong("needs “stock” and “volume”, or “amount” for a powder"));
        return new Component(id, product.map(Product::name).orElse(id),
                product.map(Product::injectateClass).orElse(InjectateClass.OTHER), content, e.textOr("lot", ""),
                e.has("expiry") ? Optional.of(e.date("expiry")) : Optional.empty(), "");
    }

    private static Aliquot aliquot(DataEntry e, Laterality side) throws DataFileException {
        String volume = e.text("volume");
        return new Aliquot(e.text("id"), e.text("syringe"), e.textOr("plan", ""), e.textOr("target", ""),
                e.textOr("site", ""), e.has("side") ? side(e, "side") : side,
                DoseText.volumeMl(volume)
                        .orElseThrow(() -> e.wrong("needs a volume such as 2 mL, not “" + volume + "”")));
    }

    private PriorTreatment prior(DataEntry e) throws DataFileException {
        String id = e.text("product");
        Product product = book.products().find(id)
                .orElseThrow(() -> e.wrong("names the unknown product “" + id + "”"));
        Optional<Rational> amount = Optional.empty();
        if (e.has("amount")) {
            String words = e.text("amount");
            Dose dose = DoseText.dose(words).filter(d -> d.unit() == product.doseUnit()).orElseThrow(() -> e
                    .wrong("needs an amount in " + product.doseUnit().symbol() + ", not “" + words + "”"));
            amount = Optional.of(Rational.of(dose.amount()));
        }
        return new PriorTreatment(e.date("date"), product.substance(), product.injectateClass(), amount,
                product.doseUnit(), e.textOr("target", ""), side(e, "side"), product.epinephrine(),
                PriorTreatment.TYPED_IN);
    }

    private Risks risks(DataEntry e) throws DataFileException {
        return e.optional("risks", r -> {
            Risks risks = Risks.UNKNOWN;
            if (r.flag("asked")) {
                for (SafetyBook.Risk risk : book.safety().risks()) {
                    risks = risk.presumed() ? risks : risks.with(risk.id(), Answer.NO);
                }
            }
            for (String id : r.texts("absent")) {
                risks = known(risks, id, Answer.NO, r);
            }
            for (String id : r.texts("present")) {
                risks = known(risks, id, Answer.YES, r);
            }
            return risks;
        }).orElse(Risks.UNKNOWN);
    }

    private Risks known(Risks risks, String id, Answer answer, DataEntry e) throws DataFileException {
        if (book.safety().risk(id).isEmpty()) {
            throw e.wrong("names the unknown risk “" + id + "”");
        }
        return risks.with(id, answer);
    }

    private SafetyRecord safety(DataEntry e, String operator, Instant at) throws DataFileException {
        SafetyRecord record = SafetyRecord.EMPTY;
        List<String> done = e.texts("confirmed");
        for (SafetyBook.CheckItem item : book.safety().checklist()) {
            if (done.contains("all") || done.contains(item.id())) {
                record = record.with(new CheckAnswer(item.id(), State.DONE, operator, at, ""));
            }
        }
        for (String id : done) {
            if (!id.equals("all") && book.safety().checklist().stream().noneMatch(i -> i.id().equals(id))) {
                throw e.wrong("confirms “" + id + "”, which is no item of the checklist");
            }
        }
        if (e.flag("timeOut")) {
            record = record.with(new TimeOut(operator, at, ""));
        }
        Optional<Anticoagulation> decided = e.optional("anticoagulation",
                a -> new Anticoagulation(a.text("drug"), a.textOr("lastDose", ""), a.textOr("inr", ""),
                        a.textOr("platelets", ""), a.textOr("decision", ""), a.textOr("decidedBy", ""), at));
        return decided.isPresent() ? record.with(decided.get()) : record;
    }
}

package foramen.ui.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.plan.NeedlePlan;
import foramen.ui.support.Words;
import foramen.ui.support.Workbench;
import foramen.workspace.ledger.DraftCheck;
import foramen.workspace.ledger.InjectionDesk;
import foramen.workspace.ledger.InjectionDraft;
import foramen.workspace.ledger.InjectionDraft.Field;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Fills in a line of the ledger, records it once no rule stops it, and voids lines with a reason. */
public final class LedgerViewModel {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Workbench bench;
    private final Words words;
    private final ProductCatalog catalog;
    private final InjectionDesk desk;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<LedgerState> state;
    /** Fields the user has been at, so that what is missing there may be said. */
    private final Set<Field> touched = EnumSet.noneOf(Field.class);
    /** Fields that hold the user's own word, which does not follow the case any more. */
    private final Set<Field> own = EnumSet.noneOf(Field.class);
    private boolean planChosen;
    private boolean asked;
    private InjectateClass injectateClass = InjectateClass.STEROID;
    private InjectionDraft draft;
    private CaseId caseId;
    private String confirmation = "";

    /**
     * @param bench the case
     * @param catalog the products that can be chosen
     * @param desk turns what was typed into a line
     * @param zone the clinic's time zone
     */
    public LedgerViewModel(Workbench bench, ProductCatalog catalog, InjectionDesk desk, ZoneId zone) {
        this.bench = bench;
        this.words = bench.words();
        this.catalog = catalog;
        this.desk = desk;
        this.zone = zone;
        this.caseId = bench.casefile().id();
        this.draft = desk.begin(bench.casefile(), newestPlan(), Optional.empty(), bench.editor().operator());
        this.state = new ReadOnlyObjectWrapper<>(this, "state", compute());
        bench.editor().caseProperty().addListener((o, was, now) -> follow(now));
        bench.clip().addListener((o, was, now) -> refresh());
    }

    /** What to show. */
    public ReadOnlyObjectProperty<LedgerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to show now. */
    public LedgerState state() {
        return state.get();
    }

    /** Says what sort of substance; the product is chosen anew. */
    public void chooseClass(InjectateClass next) {
        if (next != injectateClass) {
            injectateClass = next;
            draft = draft.withProduct("", "", draft.concentrationUnit());
            touched.removeAll(EnumSet.of(Field.PRODUCT, Field.CONCENTRATION, Field.LOT, Field.EXPIRY));
            List<Product> products = catalog.of(next);
            if (products.size() == 1) {
                chooseProduct(products.getFirst());
            }
            edited();
        }
    }

    /** Chooses the product; its usual strength is filled in, another vial needs another lot and expiry. */
    public void chooseProduct(Product product) {
        if (!product.id().equals(draft.productId())) {
            Optional<Concentration> usual = product.strengths().stream().findFirst();
            draft = draft.withProduct(product.id(), usual.map(c -> Dose.plain(c.value())).orElse(""),
                    usual.map(Concentration::unit).orElse(draft.concentrationUnit()));
            touched.removeAll(EnumSet.of(Field.LOT, Field.EXPIRY));
            edited();
        }
    }

    /** Takes what was typed into a field. */
    public void type(Field field, String text) {
        own.add(field);
        change(draft.typed(field, text));
    }

    /** Says that the user has left a field, so that what is missing there may be said. */
    public void left(Field field) {
        if (touched.add(field)) {
            refresh();
        }
    }

    /** Chooses the unit of the strength. */
    public void chooseUnit(Concentration.Unit unit) {
        change(draft.withUnit(unit));
    }

    /** Says on which side it was given. */
    public void chooseSide(Laterality side) {
        own.add(Field.SIDE);
        change(draft.withSide(side));
    }

    /** Says which needle plan it followed; empty for none. */
    public void choosePlan(String planId) {
        planChosen = true;
        change(draft.withPlan(bench.casefile().plan(planId)));
    }

    /** Notes free words. */
    public void note(String note) {
        change(draft.withNote(note));
    }

    /** Records the line, unless something is missing or a rule stops it; says then what. */
    public boolean record() {
        asked = true;
        DraftCheck check = check(bench.editor().newId());
        if (check.injection().isEmpty() || !check.canRecord()) {
            refresh();
            return false;
        }
        Injection line = check.injection().get();
        String operator = draft.operator();
        confirmation = words.text("ledger.recorded", what(line));
        startAfresh(bench.casefile(), operator);
        bench.editor().recordInjection(line);
        refresh();
        return true;
    }

    /** Marks a line as not counting; answers with one sentence where the reason is missing. */
    public String voidLine(String lineId, String reason) {
        if (reason.isBlank()) {
            return words.text("ledger.why.missing");
        }
        bench.casefile().ledger().stream().filter(l -> l.id().equals(lineId)).findFirst()
                .ifPresent(l -> confirmation = words.text("ledger.voided.line", what(l)));
        bench.editor().voidInjection(lineId, reason);
        return "";
    }

    /** What the window says. */
    public Words words() {
        return words;
    }

    private void edited() {
        confirmation = "";
        refresh();
    }

    private void change(InjectionDraft next) {
        if (!next.equals(draft)) {
            draft = next;
            edited();
        }
    }

    /** Keeps what the user chose, and lets the rest follow the case. */
    private void follow(Case now) {
        if (!now.id().equals(caseId)) {
            caseId = now.id();
            confirmation = "";
            startAfresh(now, bench.editor().operator());
        } else {
            Optional<NeedlePlan> plan = planChosen
                    ? draft.plan().flatMap(p -> now.plan(p.id()))
                    : newestPlan();
            InjectionDraft fresh = desk.begin(now, plan, Optional.empty(), bench.editor().operator());
            draft = draft.withSide(own.contains(Field.SIDE) ? draft.side() : fresh.side()).withPlan(plan)
                    .typed(Field.SITE, own.contains(Field.SITE) ? draft.site() : fresh.site())
                    .typed(Field.OPERATOR, own.contains(Field.OPERATOR) ? draft.operator() : fresh.operator());
        }
        refresh();
    }

    private void startAfresh(Case casefile, String operator) {
        touched.clear();
        own.clear();
        asked = false;
        planChosen = false;
        draft = desk.begin(casefile, newestPlan(), Optional.empty(), operator);
    }

    private Optional<NeedlePlan> newestPlan() {
        List<NeedlePlan> plans = bench.casefile().plans();
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.getLast());
    }

    private DraftCheck check(String id) {
        return desk.check(draft, bench.casefile(), id, bench.editor().now());
    }

    private void refresh() {
        LedgerState now = compute();
        if (!now.equals(state.get())) {
            state.set(now);
        }
    }

    private LedgerState compute() {
        List<LedgerState.Line> lines = new ArrayList<>(bench.casefile().ledger().stream().map(this::line).toList());
        Collections.reverse(lines);
        return new LedgerState(bench.clip().getValue().isPresent(), form(), lines, totals(), confirmation);
    }

    private LedgerState.Form form() {
        DraftCheck check = check("draft");
        Optional<Product> product = catalog.find(draft.productId());
        Map<Field, String> problems = new EnumMap<>(Field.class);
        check.problems().forEach((field, sentence) -> {
            if (asked || touched.contains(field)) {
                problems.put(field, words.said(sentence));
            }
        });
        Optional<Dose> dose = dose(check);
        String working = dose.map(d -> draft.concentration().strip() + "\u00a0" + words.of(draft.concentrationUnit())
                + " × " + draft.volumeMl().strip() + "\u00a0mL").orElse("");
        List<Alert> alerts = check.alerts();
        return new LedgerState.Form(injectateClass, catalog.of(injectateClass), product, draft,
                dose.map(d -> words.said(d.text())).orElse("–"), working,
                product.filter(Product::offLabel).map(p -> words.text("ledger.offlabel", words.of(p))).orElse(""),
                problems,
                alerts, alerts.stream().anyMatch(a -> a.severity() == Alert.Severity.STOP), plans());
    }

    /** The dose stands as soon as strength and volume do, whatever else is missing. */
    private Optional<Dose> dose(DraftCheck check) {
        if (check.problems().containsKey(Field.CONCENTRATION) || check.problems().containsKey(Field.VOLUME)) {
            return Optional.empty();
        }
        return Optional.of(new Concentration(decimal(draft.concentration()), draft.concentrationUnit())
                .in(decimal(draft.volumeMl())));
    }

    /** Exact; the desk has already refused what is no plain decimal. */
    private static BigDecimal decimal(String typed) {
        return new BigDecimal(typed.strip().replace(',', '.'));
    }

    private List<LedgerState.PlanChoice> plans() {
        List<LedgerState.PlanChoice> choices = new ArrayList<>();
        choices.add(new LedgerState.PlanChoice("", words.text("ledger.noplan")));
        for (NeedlePlan p : bench.casefile().plans()) {
            String target = p.targetName().isBlank() ? words.text("plan.title") : p.targetName();
            choices.add(new LedgerState.PlanChoice(p.id(), target + ", " + words.of(p.laterality()) + ", "
                    + words.text("frame.lower", p.frame().number())));
        }
        return choices;
    }

    private LedgerState.Line line(Injection l) {
        List<String> details = new ArrayList<>(List.of(
                words.said(l.concentration().text()) + " × " + Dose.plain(l.volumeMl()) + "\u00a0mL",
                words.of(l.laterality()),
                l.site(), words.text("ledger.line.lot", l.lot()), words.text("ledger.line.expiry", l.expiryText()),
                l.operator()));
        if (!l.note().isBlank()) {
            details.add(l.note());
        }
        String voided = l.voided().map(v -> words.text("ledger.voided.when", WHEN.format(v.at().atZone(zone)),
                v.by().isBlank() ? words.text("ledger.nobody") : v.by(), v.reason())).orElse("");
        return new LedgerState.Line(l.id(), what(l), String.join(", ", details),
                WHEN.format(l.given().atZone(zone)), voided);
    }

    private String what(Injection l) {
        return words.said(l.productName()) + " " + words.said(l.dose().text());
    }

    /** Units of botulinum toxin are those of their brand, so products are never added together. */
    private List<String> totals() {
        Map<String, Map<Dose.Unit, BigDecimal>> sums = new LinkedHashMap<>();
        bench.casefile().ledger().stream().filter(l -> l.voided().isEmpty())
                .forEach(l -> sums.computeIfAbsent(l.productName(), k -> new EnumMap<>(Dose.Unit.class))
                        .merge(l.dose().unit(), l.dose().amount(), BigDecimal::add));
        List<String> totals = new ArrayList<>();
        sums.forEach((product, byUnit) -> byUnit
                .forEach((unit, amount) -> totals
                        .add(words.said(product) + " " + words.said(new Dose(amount, unit).text()))));
        return totals;
    }
}

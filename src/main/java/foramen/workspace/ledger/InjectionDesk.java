package foramen.workspace.ledger;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Injection;
import foramen.domain.injection.LedgerRules;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.plan.NeedlePlan;
import foramen.workspace.ledger.InjectionDraft.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what was typed into a line of the ledger, or says field by field why that cannot be. */
public final class InjectionDesk {
    /** Plain decimals only: no sign, no exponent, at most six digits before and four after the point. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,4})?");
    /** One comma and three digits may be a thousand or a thousandth, a factor that must not be guessed in a dose. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final int LONGEST_TEXT = 200;

    private final ProductCatalog catalog;
    private final LedgerRules rules;

    /**
     * @param catalog the products that can be chosen
     * @param rules what has to hold
     */
    public InjectionDesk(ProductCatalog catalog, LedgerRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /** A draft with what is known before anything is typed: side and plan, the operator, the usual strength. */
    public InjectionDraft begin(Case casefile, Optional<NeedlePlan> plan, Optional<Product> product, String operator) {
        Optional<Concentration> usual = product.flatMap(p -> p.strengths().stream().findFirst());
        Laterality planned = plan.map(NeedlePlan::laterality).orElse(Laterality.UNSPECIFIED);
        return new InjectionDraft(product.map(Product::id).orElse(""),
                usual.map(c -> c.value().toPlainString()).orElse(""),
                usual.map(Concentration::unit).orElse(Concentration.Unit.MG_PER_ML), "", "", "",
                planned == Laterality.UNSPECIFIED ? casefile.side() : planned,
                plan.map(NeedlePlan::targetName).orElse(""), operator, "", plan);
    }

    /**
     * Checks a draft against its case.
     *
     * @param draft as typed
     * @param casefile the case it would be recorded in
     * @param id identifier of the line
     * @param given when it was given
     */
    public DraftCheck check(InjectionDraft draft, Case casefile, String id, Instant given) {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        Optional<Product> product = catalog.find(draft.productId());
        if (product.isEmpty()) {
            problems.put(Field.PRODUCT, "Choose the product.");
        }
        Optional<BigDecimal> strength = decimal(draft.concentration(), Field.CONCENTRATION, "concentration", problems);
        Optional<BigDecimal> volume = decimal(draft.volumeMl(), Field.VOLUME, "volume in mL", problems);
        Optional<LocalDate> expiry = date(draft.expiry(), problems);
        text(draft.lot(), Field.LOT, "Enter the lot number from the vial.", problems);
        text(draft.site(), Field.SITE, "Say where it was put, such as around the sciatic nerve.", problems);
        text(draft.operator(), Field.OPERATOR, "Enter the operator.", problems);
        if (draft.side() == Laterality.UNSPECIFIED) {
            problems.put(Field.SIDE, "Choose the side that was injected.");
        }
        product.filter(p -> unitDiffers(p, draft)).ifPresent(p -> problems.putIfAbsent(Field.CONCENTRATION,
                p.name() + " comes in " + p.strengths().getFirst().unit().symbol() + ", not in "
                        + draft.concentrationUnit().symbol() + "."));
        if (!problems.isEmpty() || product.isEmpty() || strength.isEmpty() || volume.isEmpty() || expiry.isEmpty()) {
            return new DraftCheck(Optional.empty(), problems, List.of());
        }
        Injection line = new Injection(id, given, product.get().id(), product.get().name(),
                product.get().injectateClass(), new Concentration(strength.get(), draft.concentrationUnit()),
                volume.get(), draft.lot().strip(), expiry.get(), draft.side(), draft.site().strip(),
                draft.plan().map(NeedlePlan::id).orElse(""), draft.operator().strip(), draft.note().strip(),
                Optional.empty());
        List<Alert> alerts = rules.check(line, casefile.ledger(),
                draft.plan().map(NeedlePlan::laterality).orElse(Laterality.UNSPECIFIED), casefile.side(),
                casefile.patient().weightKg());
        return new DraftCheck(Optional.of(line), problems, alerts);
    }

    /** Units of a toxin and milligrams never stand for one another. */
    private static boolean unitDiffers(Product product, InjectionDraft draft) {
        return !product.strengths().isEmpty() && product.strengths().stream()
                .noneMatch(c -> inUnits(c.unit()) == inUnits(draft.concentrationUnit()));
    }

    private static boolean inUnits(Concentration.Unit unit) {
        return unit == Concentration.Unit.UNITS_PER_ML;
    }

    private static Optional<BigDecimal> decimal(String typed, Field field, String what, Map<Field, String> problems) {
        String text = typed.strip();
        if (text.isEmpty()) {
            problems.put(field, "Enter the " + what + ".");
        } else if (AMBIGUOUS.matcher(text).matches()) {
            problems.put(field, "Write the " + what + " with a point for decimals and nothing between thousands; "
                    + text + " can be read in two ways.");
        } else if (!DECIMAL.matcher(text).matches()) {
            problems.put(field, "Write the " + what + " as a plain number, such as 0.5.");
        } else {
            BigDecimal value = new BigDecimal(text.replace(',', '.'));
            if (value.signum() > 0) {
                return Optional.of(value);
            }
            problems.put(field, "The " + what + " must be more than nought.");
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String typed, Map<Field, String> problems) {
        if (typed.isBlank()) {
            problems.put(Field.EXPIRY, "Enter the expiry date from the vial.");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            problems.put(Field.EXPIRY, "Write the expiry as year-month-day, such as 2027-03-31; where the vial names no"
                    + " day, the month's last.");
            return Optional.empty();
        }
    }

    private static void text(String typed, Field field, String ifMissing, Map<Field, String> problems) {
        if (typed.isBlank()) {
            problems.put(field, ifMissing);
        } else if (typed.strip().length() > LONGEST_TEXT) {
            problems.put(field, "Keep this below " + LONGEST_TEXT + " characters.");
        }
    }
}

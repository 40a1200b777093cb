package foramen.dicom.write.sr;

import foramen.dicom.sr.Codes;
import foramen.dicom.sr.ContentItem;
import foramen.dicom.sr.Relationship;
import foramen.dicom.sr.exact.InjectionRecord;
import foramen.domain.anatomy.Code;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.Injection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ledger in the rows of TID 3106, Drugs/Contrast Administered. A voided line stays in the report, but never under the
 * concept of a drug that was given.
 */
final class SubstanceItems {
    private static final Code GIVEN = Codes.own("substances", "Substances of the ledger");
    private static final Code LINE = Codes.own("ledger-line", "Ledger line");
    private static final Code VOIDED = Codes.own("voided-line", "Voided ledger line, does not count");
    private static final Code WHY_VOIDED = Codes.own("why-voided", "Why the line was voided");
    private static final Code EXPIRY = Codes.own("last-day-of-use", "Last day of use");
    private static final Code SITE = Codes.own("injection-site", "Where it was put");
    private static final Code CLASS = Codes.own("substance-class", "Class of substance");
    /** Substances for which PS3.16 has a code; of others it has none, or one of another salt. */
    private static final Map<String, Code> CODES = Map.of("lidocaine", Codes.sct("387480006", "Lidocaine"),
            "bupivacaine", Codes.sct("387150008", "Bupivacaine"), "methylprednisolone",
            Codes.sct("116593003", "Methylprednisolone"), "dexamethasone",
            Codes.sct("396017000", "Dexamethasone sodium phosphate"), "saline",
            Codes.sct("373757009", "Saline"));
    private static final Code ML = new Code("UCUM", "mL", "milliliter");
    private static final Code MG = new Code("UCUM", "mg", "milligram");
    /** Units of one brand of botulinum toxin, as labels in the United States code them. */
    private static final Code UNITS = new Code("UCUM", "[USP'U]", "units of the brand");

    private SubstanceItems() {}

    static ContentItem of(List<Injection> ledger) {
        return ContentItem.container(Relationship.CONTAINS, GIVEN, ledger.stream().map(SubstanceItems::line).toList());
    }

    private static ContentItem line(Injection i) {
        List<ContentItem> details = new ArrayList<>();
        properties(i, details);
        Code product = CODES.getOrDefault(i.productId(), Codes.own(
                i.productId().isBlank() ? "unnamed" : i.productId().replace('\\', '/').strip(), i.productName()));
        ContentItem substance = ContentItem
                .code(Relationship.CONTAINS, i.voided().isPresent() ? VOIDED : Codes.DRUG_ADMINISTERED,
                        safe(product))
                .at(i.given()).with(details);
        return ContentItem.container(Relationship.CONTAINS, LINE, List.of(substance, InjectionRecord.write(i)))
                .at(i.given());
    }

    private static Code safe(Code code) {
        String value = code.value().codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return new Code(code.scheme(), value, code.meaning());
    }

    private static void properties(Injection i, List<ContentItem> to) {
        words(to, Codes.DESCRIPTION_OF_MATERIAL, i.productName());
        to.add(ContentItem.code(Relationship.HAS_PROPERTIES, CLASS,
                Codes.own(MeasurementItems.word(i.injectateClass()), i.injectateClass().label())));
        number(to, Codes.VOLUME_ADMINISTERED, i.volumeMl(), ML);
        number(to, Codes.CONCENTRATION, i.concentration().value(), unit(i.concentration().unit()));
        Dose dose = i.dose();
        switch (dose.unit()) {
            case MG -> number(to, Codes.MASS_ADMINISTERED, dose.amount(), MG);
            case UNITS -> number(to, Codes.QUANTITY_ADMINISTERED, dose.amount(), UNITS);
            // The volume says it already.
            case ML -> {
            }
        }
        words(to, Codes.LOT, i.lot());
        words(to, EXPIRY, i.expiryText());
        Codes.side(i.laterality())
                .ifPresent(c -> to.add(ContentItem.code(Relationship.HAS_PROPERTIES, Codes.LATERALITY, c)));
        words(to, SITE, i.site());
        if (!i.operator().isBlank()) {
            to.add(ContentItem.person(Relationship.HAS_PROPERTIES, Codes.PERSON_ADMINISTERING, i.operator()));
        }
        words(to, Codes.COMMENT, i.note());
        i.voided().ifPresent(v -> words(to, WHY_VOIDED,
                v.reason() + (v.by().isBlank() ? "" : " (" + v.by() + ", " + v.at() + ")")));
    }

    private static Code unit(Concentration.Unit unit) {
        return switch (unit) {
            case MG_PER_ML -> new Code("UCUM", "mg/mL", "milligram per milliliter");
            case UNITS_PER_ML -> new Code("UCUM", "[USP'U]/mL", "units of the brand per milliliter");
            // Weight in volume, as on the vial.
            case PERCENT -> new Code("UCUM", "%", "Percent");
            case ML_PER_ML -> new Code("UCUM", "mL/mL", "milliliter per milliliter");
        };
    }

    private static void words(List<ContentItem> to, Code name, String words) {
        if (!words.isBlank()) {
            to.add(ContentItem.text(Relationship.HAS_PROPERTIES, name, words));
        }
    }

    private static void number(List<ContentItem> to, Code name, BigDecimal value, Code unit) {
        to.add(ContentItem.number(Relationship.HAS_PROPERTIES, name, value, unit));
    }
}

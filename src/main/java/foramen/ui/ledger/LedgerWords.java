package foramen.ui.ledger;

import foramen.domain.injection.Dose;
import foramen.domain.injection.Injection;
import foramen.domain.safety.SafetyBook;
import foramen.domain.session.Protocol;
import foramen.domain.session.ProtocolCatalog;
import foramen.ui.support.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How what was given is called. */
final class LedgerWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;

    LedgerWords(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** The name of a question. */
    static String of(Words words, SafetyBook.Risk risk) {
        return words.ofFile("Risk." + risk.id(), risk.name());
    }

    /** The words of an item. */
    static String of(Words words, SafetyBook.CheckItem item) {
        return words.ofFile("CheckItem." + item.id(), item.words());
    }

    /** The name of a protocol. */
    static String of(Words words, Protocol protocol) {
        return words.ofFile("Procedure." + protocol.id(), protocol.name());
    }

    /** The name of a target. */
    static String target(Words words, ProtocolCatalog catalog, String id) {
        return words.ofFile("Target." + id, catalog.targetName(id));
    }

    /** Date and time in the clinic. */
    String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }

    /** A line as the page shows it. */
    LedgerState.Line line(Injection l) {
        List<String> details = new ArrayList<>(List.of(
                words.said(l.concentration().text()) + " × " + Dose.plain(l.volumeMl()) + "\u00a0mL",
                words.of(l.laterality())));
        if (!l.site().isBlank()) {
            details.add(l.site());
        } else {
            l.origin().filter(o -> !o.target().isEmpty())
                    .ifPresent(o -> details.add(words.named("Target." + o.target(), o.target())));
        }
        details.add(words.text("ledger.line.lot", l.lot().isBlank() ? words.text("ledger.line.none") : l.lot()));
        details.add(words.text("ledger.line.expiry", words.said(l.expiryText())));
        details.add(l.operator());
        if (!l.note().isBlank()) {
            details.add(l.note());
        }
        String voided = l.voided().map(v -> words.text("ledger.voided.when", when(v.at()),
                v.by().isBlank() ? words.text("ledger.nobody") : v.by(), v.reason())).orElse("");
        return new LedgerState.Line(l.id(), what(l), String.join(", ", details), when(l.given()), voided);
    }

    /** Product and dose. */
    String what(Injection l) {
        return words.said(l.productName()) + " " + words.said(l.dose().text());
    }

    /** Units of botulinum toxin are those of their brand, so products are never added together. */
    List<String> totals(List<Injection> ledger) {
        Map<String, Map<Dose.Unit, BigDecimal>> sums = new LinkedHashMap<>();
        ledger.stream().filter(l -> l.voided().isEmpty())
                .forEach(l -> sums.computeIfAbsent(l.productName(), k -> new EnumMap<>(Dose.Unit.class))
                        .merge(l.dose().unit(), l.dose().amount(), BigDecimal::add));
        List<String> totals = new ArrayList<>();
        sums.forEach((product, byUnit) -> byUnit
                .forEach((unit, amount) -> totals
                        .add(words.said(product) + " " + words.said(new Dose(amount, unit).text()))));
        return totals;
    }
}

package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.UserException;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.Alert;
import foramen.domain.injection.Alert.Overriding;
import foramen.domain.injection.Rational;
import foramen.domain.session.DoseBook;
import foramen.domain.session.rules.DoseQuestion;
import foramen.domain.session.rules.SessionCheck;
import foramen.domain.session.rules.SessionRules;
import foramen.domain.session.rules.Totals;
import foramen.workspace.ledger.DoseFile;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code foramen dose check}: alerts and sums of one session. The exit status is that of the gravest alert: 0 none or
 * notes, 3 caution, 4 cannot check, 5 stop; 1 and 2 as everywhere.
 */
@Command(name = "check", description = "Hold a session, described in a file, against the rules. Exit status: 0 nothing but notes, 3 caution, 4 cannot check, 5 stop.")
final class DoseCheckCommand implements Callable<Integer> {
    private static final int CAUTION = 3;
    private static final int CANNOT_CHECK = 4;
    private static final int STOP = 5;
    private static final int PLACES = 6;
    private static final int SHOWN = 3;

    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The session, as the user guide describes it (JSON).")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DoseCheckCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() throws Exception {
        if (file == null) {
            throw new IllegalStateException("picocli asks for the file");
        }
        DoseBook book = composition.doseBook();
        SessionCheck check = new SessionRules(book).check(question(file, book));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.line(document(check, book)));
        } else {
            print(check, out);
        }
        return status(check);
    }

    private static DoseQuestion question(Path file, DoseBook book) throws Exception {
        try {
            return DoseFile.read(Files.readString(file), file.toString(), book);
        } catch (DataFileException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw new UserException(file + " is not text in UTF-8.", e);
        }
    }

    private static int status(SessionCheck check) {
        return check.worst().map(s -> switch (s) {
            case STOP -> STOP;
            case CANNOT_CHECK -> CANNOT_CHECK;
            case CAUTION -> CAUTION;
            case NOTE -> 0;
        }).orElse(0);
    }

    private static ObjectNode document(SessionCheck check, DoseBook book) {
        ObjectNode node = JsonText.object();
        node.put("worst", check.worst().map(DoseCheckCommand::word).orElse(null));
        node.put("can_give", check.canGive());
        ArrayNode alerts = node.putArray("alerts");
        for (Alert a : check.alerts()) {
            alerts.addObject().put("id", a.id()).put("subject", a.subject()).put("severity", word(a.severity()))
                    .put("message", a.message()).put("source", a.source()).put("rules_version", a.version())
                    .put("may_override", a.overriding() == Overriding.WITH_REASON);
        }
        put(node.putObject("totals"), check.totals());
        ObjectNode versions = node.putObject("versions");
        versions.put("products", book.products().version()).put("limits", book.limits().version())
                .put("alerts", book.alerts().version()).put("safety", book.safety().version())
                .put("protocols", book.protocols().version());
        node.put("note", SessionCheck.PROMISE);
        return node;
    }

    private static void put(ObjectNode node, Totals totals) {
        ArrayNode substances = node.putArray("substances");
        for (Totals.Substance s : totals.substances()) {
            ObjectNode row = substances.addObject().put("substance", s.id())
                    .put("class", s.injectateClass().name().toLowerCase(Locale.ROOT))
                    .put("unit", s.unit().symbol()).put("session", s.session().decimal(PLACES))
                    .put("day", s.day().decimal(PLACES));
            s.perKg().ifPresent(k -> row.put("per_kg", k.decimal(PLACES)));
        }
        ArrayNode fractions = node.putArray("local_anaesthetics");
        for (Totals.Fraction f : totals.anaesthetics()) {
            ObjectNode row = fractions.addObject().put("substance", f.substance()).put("epinephrine", f.epinephrine())
                    .put("mg", f.mg().decimal(PLACES));
            put(row, "maximum_mg", f.maximumMg());
            put(row, "fraction", f.fraction());
        }
        put(node, "sum_of_fractions", totals.fraction());
        put(node, "weight_used_kg", totals.weightKg());
        totals.steroid().ifPresent(s -> node.putObject("steroid").put("as_mg_of", s.reference())
                .put("session", s.session().decimal(PLACES)).put("months", s.overMonths())
                .put("over_months", s.months().decimal(PLACES)));
        ArrayNode last = node.putArray("last_given");
        for (Totals.LastGiven l : totals.lastGiven()) {
            ObjectNode row = last.addObject().put("class", l.injectateClass().name().toLowerCase(Locale.ROOT))
                    .put("substance", l.substance()).put("target", l.target())
                    .put("side", l.side().name().toLowerCase(Locale.ROOT)).put("known", l.gap().isEmpty());
            l.day().ifPresent(d -> row.put("day", d.toString()));
            l.daysAgo().ifPresent(d -> row.put("days_ago", d));
            l.usualDays().ifPresent(d -> row.put("usual_days", d));
        }
        ArrayNode osmolarity = node.putArray("dextrose");
        totals.syringes().forEach(o -> osmolarity.addObject().put("syringe", o.syringeId())
                .put("percent", o.percent().decimal(PLACES)).put("mosm_per_l", o.mOsmPerL().decimal(0)));
    }

    private static void put(ObjectNode node, String name, Optional<Rational> value) {
        node.put(name, value.map(v -> v.decimal(PLACES)).orElse(null));
    }

    private static void print(SessionCheck check, PrintWriter out) {
        for (Alert a : check.alerts()) {
            out.printf("%-13s %s%n", word(a.severity()).toUpperCase(Locale.ROOT).replace('_', ' '), a.message());
            out.printf("%-13s [%s] %s%n", "", a.key(), a.source());
        }
        Totals t = check.totals();
        for (Totals.Substance s : t.substances()) {
            String unit = "\u00a0" + s.unit().symbol();
            out.printf("%-28s %s%s%s%s%n", s.name(), s.session().text(SHOWN), unit,
                    s.perKg().map(k -> ", " + k.text(2) + unit + "/kg").orElse(""),
                    s.day().equals(s.session()) ? "" : ", " + s.day().text(SHOWN) + unit + " today");
        }
        t.fraction().ifPresent(f -> out.printf("%-28s %s of the maximum%n", "Local anaesthetic", f.text(SHOWN)));
        t.steroid().ifPresent(s -> out.printf("%-28s %s\u00a0mg of %s, %s\u00a0mg over %d months%n",
                "Corticosteroid as", s.session().text(1), s.reference(), s.months().text(1), s.overMonths()));
        t.syringes().forEach(o -> out.printf("%-28s %s\u00a0%% dextrose, %s mOsm/L from dextrose%n",
                "Syringe " + o.syringeId(), o.percent().text(2), o.mOsmPerL().text(0)));
        out.println(SessionCheck.PROMISE);
    }

    private static String word(Alert.Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}

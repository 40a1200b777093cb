package foramen.storage;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.FollowUp;
import foramen.domain.assessment.Instrument;
import foramen.domain.assessment.PainScore;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.Visit;
import foramen.domain.assessment.VisitWindow;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.patient.Patient;
import foramen.domain.registry.CaseRegistry;
import foramen.domain.registry.CohortLine;
import foramen.domain.registry.IndexedRegistry;
import foramen.domain.registry.RegistryCells;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistryRows;
import foramen.domain.registry.RegistrySource;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * {@code StoreBench FOLDER-OR-URL CASES INJECTIONS-EACH [PASSPHRASE]}: fills an empty store by the store's own way, then times search,
 * cohort tables over all injections, opening and one edit. A URL of PostgreSQL signs in by PGUSER and PGPASSWORD.
 */
final class StoreBench {
    private static final int ROUNDS = 41;
    private static final LocalDate BEGIN = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final String[] NAMES = {"Adler", "Baumann", "Çelik", "Dvořák", "Eriksen", "Fischer", "García",
            "Huber", "Ivanova", "Jansen", "Kowalski", "Lindqvist", "Müller", "Novák", "Okafor", "Petrov", "Quinn",
            "Rossi", "Schneider", "Tanaka", "Ursu", "Virtanen", "Weber", "Xu", "Yılmaz", "Zimmermann"};

    private StoreBench() {}

    /** Runs it. */
    public static void main(String[] args) throws StoreException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StorePlace place = args[0].startsWith("jdbc:")
                ? new StorePlace.Server(args[0], Optional.ofNullable(System.getenv("PGUSER")),
                        Optional.ofNullable(System.getenv("PGPASSWORD")))
                : StorePlace.folder(Path.of(args[0]));
        int cases = Integer.parseInt(args[1]);
        int each = Integer.parseInt(args[2]);
        OutcomeRules rules = OutcomeRules.FILE.standard();
        FollowUpSchedule schedule = FollowUpSchedule.FILE.standard();
        RegistryCells cells = new RegistryCells(rules, schedule, ZoneOffset.UTC);
        long start = System.nanoTime();
        try (SqlCaseStore store = open(place, List.of(), args)) {
            store.appendAll(i -> i < cases ? Optional.of(made(i, each)) : Optional.empty());
        }
        out.printf(Locale.ROOT, "filled %d cases, %d injections: %.0f s%n", cases, (long) cases * each,
                (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        try (SqlCaseStore store = open(place, List.of(cells), args)) {
            out.printf(Locale.ROOT, "added up anew: %.0f s%n", (System.nanoTime() - start) / 1e9);
            for (String words : List.of("mül", "m", "zimmermann 00012", "syn0001234", "adler an", "anna m", "anna sy",
                    "a an")) {
                int found = store.search(words, 100).size();
                time(out, "search \"" + words + "\" (" + found + " shown)", () -> store.search(words, 100));
            }
            RegistrySource registry = new IndexedRegistry(
                    new CaseRegistry(store, new RegistryRows(rules, schedule, ZoneOffset.UTC), rules), store, cells,
                    rules);
            for (RegistryQuery.Grouping by : RegistryQuery.Grouping.values()) {
                for (RegistryQuery query : List.of(
                        new RegistryQuery(by, Optional.empty(), Optional.empty(), END, "pain-50"),
                        new RegistryQuery(by, Optional.of(BEGIN.plusDays(400)), Optional.of(END.minusDays(500)), END,
                                "pain-30"))) {
                    long all = registry.cohort(query).lines().stream().mapToLong(CohortLine::procedures).sum();
                    time(out, "cohort by " + by.id() + (query.since().isPresent() ? ", some years," : ", all years,")
                            + " over " + all + " procedures", () -> registry.cohort(query));
                }
            }
            time(out, "all cases of one patient", () -> store.ofPatient("SYN0001234"));
            CaseId id = made(cases / 2, each).id();
            time(out, "open one case", () -> store.find(id));
            long[] version = {store.find(id).orElseThrow().version()};
            Case one = store.find(id).orElseThrow().current();
            time(out, "one edit", () -> version[0] = store.append(one.withIndication("edit " + version[0]), version[0],
                    new Edit("Type", "", Instant.EPOCH)));
        }
    }

    private static SqlCaseStore open(StorePlace place, List<CaseProjection> projections, String[] args)
            throws StoreException {
        if (args.length <= 3) {
            return SqlCaseStore.open(place, ZoneOffset.UTC, projections);
        }
        char[] passphrase = args[3].toCharArray();
        if (projections.isEmpty()) {
            return SqlCaseStore.create(place, ZoneOffset.UTC, projections, passphrase);
        }
        SqlCaseStore store = SqlCaseStore.open(place, ZoneOffset.UTC, projections);
        store.unlock(passphrase);
        return store;
    }

    private interface Work {
        Object run() throws StoreException;
    }

    private static void time(PrintWriter out, String what, Work work) throws StoreException {
        double[] ms = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        out.printf(Locale.ROOT, "%s: median %.1f ms, longest %.1f ms%n", what, ms[ROUNDS / 2], ms[ROUNDS - 1]);
    }

    private static Case made(int i, int each) {
        Random random = new Random(i);
        String number = String.format(Locale.ROOT, "%07d", i);
        Patient patient = new Patient(NAMES[random.nextInt(NAMES.length)] + "^Anna " + number, "SYN" + number,
                Optional.empty(), "F", Optional.empty());
        List<InjectateClass> sorts = List.of(InjectateClass.values());
        List<Injection> ledger = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        LocalDate day = BEGIN.plusDays(random.nextInt(3000));
        for (int k = 0; k < each; k++) {
            InjectateClass sort = sorts.get(random.nextInt(sorts.size()));
            day = day.plusDays(30L + random.nextInt(60));
            Instant given = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
            ledger.add(new Injection("i" + k, given, "product", "Product", sort,
                    new Concentration(BigDecimal.TEN, Concentration.Unit.MG_PER_ML), BigDecimal.ONE, "LOT",
                    LocalDate.EPOCH, Laterality.LEFT, "site " + random.nextInt(12), "", "Dr Bench", "",
                    Optional.empty()));
            if (k % 3 == 0) {
                visits.add(visit("b" + k, given.minus(Duration.ofDays(1)), 60 + random.nextInt(40)));
                visits.add(visit("v" + k, given.plus(Duration.ofDays(15)), random.nextInt(80)));
            }
        }
        return new Case(new CaseId("case-" + number), Instant.EPOCH, patient, Laterality.LEFT, "pain", List.of(),
                List.of(), List.of(), ledger).withFollowUp(new FollowUp("", visits, List.of()));
    }

    private static Visit visit(String id, Instant at, int vas) {
        return Visit.begin(id, at, VisitWindow.of("other"), "")
                .withPain(List.of(new PainScore(Instrument.VAS, PainState.NOW, vas)));
    }
}

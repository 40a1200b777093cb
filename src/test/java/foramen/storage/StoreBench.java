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
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import foramen.domain.registry.CohortLine;
import foramen.domain.registry.RegistryQuery;
import foramen.domain.registry.RegistrySource;
import foramen.job.Progress;
import foramen.report.RegistryCsv;
import foramen.workspace.assessment.AssessmentFiles;
import foramen.workspace.assessment.RegistryDesk;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code StoreBench PLACE CASES INJECTIONS-EACH [PASSPHRASE]}: fills an empty store by the store's own way, unless it is
 * filled, then times adding up, search, cohort tables over all injections, the due list, opening and edits.
 *
 * <p>A place is a folder, a URL of PostgreSQL, which signs in by PGUSER and PGPASSWORD, or {@code postgres} for a server
 * of its own that is gone afterwards. {@code -Dforamen.searches=true} ends after the searches, {@code -Dforamen.rounds=N}
 * says how often each is timed.
 */
final class StoreBench {
    private static final int ROUNDS = Integer.getInteger("foramen.rounds", 101);
    private static final LocalDate BEGIN = LocalDate.of(2015, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    /** A day on which some of the patients still come. */
    private static final Instant TODAY = Instant.parse("2025-02-15T12:00:00Z");
    private static final String[] NAMES = {"Adler", "Baumann", "Çelik", "Dvořák", "Eriksen", "Fischer", "García",
            "Huber", "Ivanova", "Jansen", "Kowalski", "Lindqvist", "Müller", "Novák", "Okafor", "Petrov", "Quinn",
            "Rossi", "Schneider", "Tanaka", "Ursu", "Virtanen", "Weber", "Xu", "Yılmaz", "Zimmermann"};
    private static final AssessmentFiles FILES = AssessmentFiles.standard();
    private static final List<CaseProjection> PROJECTIONS = RegistryDesk.projections(FILES, ZoneOffset.UTC);

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final StorePlace place;
    private final int cases;
    private final int each;
    private final Optional<String> passphrase;

    private StoreBench(StorePlace place, String[] args) {
        this.place = place;
        this.cases = Integer.parseInt(args[1]);
        this.each = Integer.parseInt(args[2]);
        this.passphrase = args.length > 3 ? Optional.of(args[3]) : Optional.empty();
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("postgres")) {
            try (PostgresServer server = PostgresServer.forMeasuring()) {
                new StoreBench(server.empty(), args).run();
            }
        } else {
            new StoreBench(args[0].startsWith("jdbc:")
                    ? new StorePlace.Server(args[0], Optional.ofNullable(System.getenv("PGUSER")),
                            Optional.ofNullable(System.getenv("PGPASSWORD")))
                    : StorePlace.folder(Path.of(args[0])), args).run();
        }
    }

    private void run() throws StoreException {
        fill();
        long start = System.nanoTime();
        try (SqlCaseStore store = open()) {
            out.printf(Locale.ROOT, "opened after %.0f ms: %s%n", (System.nanoTime() - start) / 1e6,
                    store.addedUp().sentence());
            searches(store);
            if (Boolean.getBoolean("foramen.searches")) {
                return;
            }
            addUp(store);
            registry(store);
            due(store);
            time("all cases of one patient", () -> store.ofPatient("SYN0001234"));
            CaseId id = made(cases / 2, each).id();
            time("open one case", () -> store.find(id));
            edits(store, id);
        }
    }

    private void fill() throws StoreException {
        long start = System.nanoTime();
        try (SqlCaseStore store = begin()) {
            if (store.cases() > 0) {
                return;
            }
            store.appendAll(i -> i < cases ? Optional.of(made(i, each)) : Optional.empty());
        }
        out.printf(Locale.ROOT, "filled %d cases, %d injections: %.0f s%n", cases, (long) cases * each,
                (System.nanoTime() - start) / 1e9);
    }

    /** Without a projection, so that all has to be added up afterwards. */
    private SqlCaseStore begin() throws StoreException {
        if (passphrase.isEmpty()) {
            return SqlCaseStore.open(place, ZoneOffset.UTC, List.of());
        }
        char[] words = passphrase.get().toCharArray();
        try {
            return SqlCaseStore.create(place, ZoneOffset.UTC, List.of(), words);
        } catch (StoreException e) {
            // There is one from an earlier run.
            SqlCaseStore found = SqlCaseStore.open(place, ZoneOffset.UTC, List.of());
            found.unlock(words);
            return found;
        }
    }

    private SqlCaseStore open() throws StoreException {
        SqlCaseStore store = SqlCaseStore.open(place, ZoneOffset.UTC, PROJECTIONS);
        if (passphrase.isPresent()) {
            store.unlock(passphrase.get().toCharArray());
        }
        return store;
    }

    /** Adds up while another thread edits, as a window does. */
    private void addUp(SqlCaseStore store) throws StoreException {
        if (store.addedUp().whole()) {
            return;
        }
        AtomicBoolean done = new AtomicBoolean();
        List<Double> waits = new CopyOnWriteArrayList<>();
        Thread editing = Thread.ofPlatform().start(() -> {
            CaseId id = made(0, each).id();
            try {
                StoredCase stored = store.find(id).orElseThrow();
                for (long v = stored.version(); !done.get(); v++) {
                    long start = System.nanoTime();
                    store.append(stored.current().withIndication("edit " + v), v,
                            new Edit("Type", "", Instant.EPOCH));
                    waits.add((System.nanoTime() - start) / 1e6);
                    LockSupport.parkNanos(50_000_000);
                }
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            }
        });
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begun = processor.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        store.addUp(Progress.NONE);
        out.printf(Locale.ROOT, "added up: %.1f s, of the processor %.1f s%n", (System.nanoTime() - start) / 1e9,
                (processor.getCurrentThreadCpuTime() - begun) / 1e9);
        done.set(true);
        say("one edit meanwhile (" + waits.size() + ")",
                waits.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        try {
            editing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void searches(SqlCaseStore store) throws StoreException {
        for (String words : List.of("mül", "m", "zimmermann 00012", "syn0001234", "adler an", "anna m", "anna sy",
                "a an", "xyz an", "adler fischer", "s m f")) {
            int found = store.search(words, 100).size();
            time("search \"" + words + "\" (" + found + " shown)", () -> store.search(words, 100));
        }
    }

    private void registry(SqlCaseStore store) throws StoreException {
        RegistrySource registry = new RegistryDesk(FILES, new RegistryCsv(), ZoneOffset.UTC).source(store);
        for (RegistryQuery.Grouping by : RegistryQuery.Grouping.values()) {
            for (RegistryQuery query : List.of(
                    new RegistryQuery(by, Optional.empty(), Optional.empty(), END, "pain-50"),
                    new RegistryQuery(by, Optional.of(BEGIN.plusDays(400)), Optional.of(END.minusDays(500)), END,
                            "pain-30"))) {
                long all = registry.cohort(query).lines().stream().mapToLong(CohortLine::procedures).sum();
                time("cohort by " + by.id() + (query.since().isPresent() ? ", day to day," : ", all years,")
                        + " over " + all + " procedures", () -> registry.cohort(query));
            }
        }
    }

    private void due(SqlCaseStore store) throws StoreException {
        RegistryDesk desk = new RegistryDesk(FILES, new RegistryCsv(), ZoneOffset.UTC);
        for (Instant day : List.of(TODAY, Instant.parse("2026-04-15T12:00:00Z"))) {
            int due = desk.due(store, day).visits().size();
            time("due on " + day + " (" + due + " visits)", () -> desk.due(store, day));
        }
    }

    private void edits(SqlCaseStore store, CaseId id) throws StoreException {
        StoredCase stored = store.find(id).orElseThrow();
        long[] version = {stored.version()};
        time("one edit of words", () -> version[0] = store.append(
                stored.current().withIndication("edit " + version[0]), version[0],
                new Edit("Type", "", Instant.EPOCH)));
        time("one edit of a visit", () -> version[0] = store.append(
                stored.current().withFollowUp(visited(stored.current(), version[0])), version[0],
                new Edit("Visit", "", Instant.EPOCH)));
    }

    private static FollowUp visited(Case c, long n) {
        List<Visit> visits = new ArrayList<>(c.followUp().visits());
        Visit last = visits.removeLast();
        visits.add(last.withPain(List.of(new PainScore(Instrument.VAS, PainState.NOW, (int) (n % 90)))));
        return new FollowUp("", visits, List.of());
    }

    private interface Work {
        Object run() throws StoreException;
    }

    /** By the clock, and by the processor, which a busy machine does not lengthen; a server's work is not in that. */
    private void time(String what, Work work) throws StoreException {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        double[] ms = new double[ROUNDS];
        double[] own = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            long begun = processor.getCurrentThreadCpuTime();
            work.run();
            own[i] = (processor.getCurrentThreadCpuTime() - begun) / 1e6;
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        Arrays.sort(own);
        say(what, ms);
        out.printf(Locale.ROOT, "    of the processor: median %.1f ms, 99 of 100 %.1f ms%n", own[ROUNDS / 2],
                own[ROUNDS * 99 / 100 - 1]);
    }

    private void say(String what, double[] sorted) {
        int n = sorted.length;
        out.printf(Locale.ROOT, "%s: median %.1f ms, 99 of 100 %.1f ms, longest %.1f ms%n", what, sorted[n / 2],
                sorted[Math.max(0, n * 99 / 100 - 1)], sorted[n - 1]);
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

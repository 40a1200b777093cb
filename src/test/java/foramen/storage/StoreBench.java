package foramen.storage;

import foramen.domain.anatomy.Laterality;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseProjection;
import foramen.domain.casefile.CaseStore.Edit;
import foramen.domain.casefile.StoreException;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Injection;
import foramen.domain.patient.Patient;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * {@code StoreBench FOLDER-OR-URL CASES INJECTIONS-EACH}: fills an empty store by the store's own way, then times search,
 * counts over all injections, opening and one edit. A URL of PostgreSQL signs in by PGUSER and PGPASSWORD.
 */
final class StoreBench {
    private static final int ROUNDS = 41;
    private static final String[] NAMES = {"Adler", "Baumann", "Çelik", "Dvořák", "Eriksen", "Fischer", "García",
            "Huber", "Ivanova", "Jansen", "Kowalski", "Lindqvist", "Müller", "Novák", "Okafor", "Petrov", "Quinn",
            "Rossi", "Schneider", "Tanaka", "Ursu", "Virtanen", "Weber", "Xu", "Yılmaz", "Zimmermann"};

    private StoreBench() {}

    /** Counts injections by class, side and site. */
    private record Injected() implements CaseProjection {
        @Override
        public String name() {
            return "injected";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Map<String, Long> counts(Case c) {
            Map<String, Long> counts = new TreeMap<>();
            c.ledger().forEach(i -> counts.merge(i.injectateClass() + "|" + i.laterality() + "|" + i.site(), 1L,
                    Long::sum));
            return counts;
        }
    }

    /** Runs it. */
    public static void main(String[] args) throws StoreException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StorePlace place = args[0].startsWith("jdbc:")
                ? new StorePlace.Server(args[0], Optional.ofNullable(System.getenv("PGUSER")),
                        Optional.ofNullable(System.getenv("PGPASSWORD")))
                : StorePlace.folder(Path.of(args[0]));
        int cases = Integer.parseInt(args[1]);
        int each = Integer.parseInt(args[2]);
        try (SqlCaseStore store = SqlCaseStore.open(place, ZoneOffset.UTC, List.of(new Injected()))) {
            long start = System.nanoTime();
            store.appendAll(i -> i < cases ? Optional.of(made(i, each)) : Optional.empty());
            out.printf(Locale.ROOT, "filled %d cases, %d injections: %.0f s%n", cases, (long) cases * each,
                    (System.nanoTime() - start) / 1e9);
            for (String words : List.of("mül", "m", "zimmermann 00012", "syn0001234", "adler an")) {
                int found = store.search(words, 100).size();
                time(out, "search \"" + words + "\" (" + found + " shown)", () -> store.search(words, 100));
            }
            long all = store.counts("injected").values().stream().mapToLong(Long::longValue).sum();
            time(out, "counts over " + all + " injections", () -> store.counts("injected"));
            CaseId id = made(cases / 2, each).id();
            time(out, "open one case", () -> store.find(id));
            long[] version = {store.find(id).orElseThrow().version()};
            Case one = store.find(id).orElseThrow().current();
            time(out, "one edit", () -> version[0] = store.append(one.withIndication("edit " + version[0]), version[0],
                    new Edit("Type", "", Instant.EPOCH)));
        }
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
        for (int k = 0; k < each; k++) {
            InjectateClass sort = sorts.get(random.nextInt(sorts.size()));
            ledger.add(new Injection("i" + k, Instant.EPOCH, "product", "Product", sort,
                    new Concentration(BigDecimal.TEN, Concentration.Unit.MG_PER_ML), BigDecimal.ONE, "LOT",
                    LocalDate.EPOCH, Laterality.LEFT, "site " + random.nextInt(12), "", "Dr Bench", "",
                    Optional.empty()));
        }
        return new Case(new CaseId("case-" + number), Instant.EPOCH, patient, Laterality.LEFT, "pain", List.of(),
                List.of(), List.of(), ledger);
    }
}

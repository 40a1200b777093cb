package foramen.domain.injection;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every limit of dose, from the cited data file {@code dose-limits.json}: local anaesthetics by jurisdiction, the rest
 * for all. The rules hold no figure of their own.
 *
 * @param version version of the file
 * @param profiles the jurisdictions, in the order they are offered
 * @param anaestheticHours within how many hours local anaesthetics are added up
 * @param weight between which weights nobody is asked whether it is right
 * @param epinephrine how strong it is where it slows the uptake, and how much is too much
 * @param mixture when the sum of fractions is worth a word
 * @param idealWeight when and how the ideal body weight takes the place of the body weight
 * @param reduction by how much, and for whom, a maximum is lowered
 * @param ivAccessAbove from which sum of fractions on a venous line must be in place
 * @param steroid limits over a year and at a site
 * @param toxins by product
 * @param intervals between injections of other sorts
 * @param osmolarity how a dextrose strength becomes an osmolarity
 */
public record DoseLimits(String version, List<Profile> profiles, Figure anaestheticHours, LikelyWeight weight,
        Epinephrine epinephrine, Mixture mixture, IdealWeight idealWeight,
        Reduction reduction, Figure ivAccessAbove, Steroid steroid, Map<String, Toxin> toxins, List<Interval> intervals,
        Osmolarity osmolarity) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<DoseLimits> FILE = new DataFile<>("dose-limits.json", DoseLimits.class,
            DoseLimits::read,
            List.of(NeededRows.byId("profiles/localAnaesthetics"), NeededRows.byId("steroid/substances"),
                    NeededRows.byId("toxins"), NeededRows.of("intervals").byChoice("class").unless("targets")));

    /** Copies the collections. */
    public DoseLimits {
        profiles = List.copyOf(profiles);
        toxins = Map.copyOf(toxins);
        intervals = List.copyOf(intervals);
    }

    /** A figure and where it comes from. */
    public record Figure(BigDecimal value, Citation citation) {}

    /**
     * The maxima of one jurisdiction.
     *
     * @param id stable name
     * @param name as shown
     * @param anaesthetics by substance
     */
    public record Profile(String id, String name, Map<String, Anaesthetic> anaesthetics) {}

    /** The maxima of one local anaesthetic; with epinephrine the plain one holds where there is no other. */
    public record Anaesthetic(Cap plain, Optional<Cap> withEpinephrine, Citation citation) {}

    /** The weights that need no second look. */
    public record LikelyWeight(BigDecimal leastKg, BigDecimal mostKg, Citation citation) {}

    /**
     * Epinephrine that is added to a syringe.
     *
     * @param substance what it is added up as
     * @param leastMcgPerMl weaker than this it slows no uptake, and the plain maxima hold
     * @param mostMcgPerMl stronger than this it is taken for a slip of the point
     * @param cautionMcg above this amount in a session it is said
     * @param stopMcg above this amount it stops
     * @param citation where that comes from
     */
    public record Epinephrine(String substance, BigDecimal leastMcgPerMl, BigDecimal mostMcgPerMl,
            BigDecimal cautionMcg, BigDecimal stopMcg, Citation citation) {
        /** Whether a syringe of that strength, mg/mL, has as much as slows the uptake, and no more. */
        public boolean slows(Rational mgPerMl) {
            Rational mcg = mcg(mgPerMl);
            return mcg.compareTo(Rational.of(leastMcgPerMl)) >= 0 && mcg.compareTo(Rational.of(mostMcgPerMl)) <= 0;
        }

        /** Milligrams as micrograms. */
        public Rational mcg(Rational mg) {
            return mg.times(Rational.of(1000));
        }
    }

    /** A maximum by weight, and an absolute one where the source has it. */
    public record Cap(BigDecimal mgPerKg, Optional<BigDecimal> maximumMg) {
        /** The smaller of the two. */
        public Rational forWeight(Rational kg) {
            Rational byWeight = kg.times(mgPerKg);
            return maximumMg.map(m -> byWeight.min(Rational.of(m))).orElse(byWeight);
        }
    }

    /** Sum of fractions of the maxima: above one is too much, from {@code warnAt} on it is said. */
    public record Mixture(BigDecimal warnAt, Citation citation) {}

    /** Base and kilograms per centimetre above a height, by sex, used above a body mass index. */
    public record IdealWeight(BigDecimal aboveBmi, BigDecimal maleBaseKg, BigDecimal femaleBaseKg, BigDecimal baseCm,
            BigDecimal kgPerStep, BigDecimal stepCm, Citation citation) {
        /** The ideal body weight in kilograms; the lower one where the sex is not known. */
        public Rational kg(BigDecimal heightCm, String sex) {
            Rational above = Rational.of(heightCm.subtract(baseCm)).over(stepCm).times(kgPerStep);
            Rational base = Rational.of(sex.equals("M") ? maleBaseKg : femaleBaseKg);
            return above.signum() > 0 ? base.plus(above) : base;
        }
    }

    /** By how many per cent the maxima are lowered for patients with one of the risks. */
    public record Reduction(BigDecimal percent, Set<String> risks, Citation citation) {}

    /**
     * Limits of corticosteroids.
     *
     * @param equivalentMg how many milligrams of each substance stand for one another
     * @param reference the substance in which the sum is told
     * @param months over which it is summed
     * @param warnMg from which sum on it is said
     * @param stopMg from which sum on it stops
     * @param weeks usual interval at one site
     * @param leastWeeks shortest interval at one site
     * @param warnAbove how many at one site in that time pass without a word
     * @param stopAbove how many at one site in that time do not stop
     * @param usualMaximumMg the most usual at one site, by substance
     * @param citation where that comes from
     */
    public record Steroid(Map<String, BigDecimal> equivalentMg, String reference, int months, BigDecimal warnMg,
            BigDecimal stopMg, int weeks, int leastWeeks, int warnAbove, int stopAbove,
            Map<String, BigDecimal> usualMaximumMg, Citation citation) {
        /** {@code mg} of a substance as milligrams of the reference; empty where no equivalence is known. */
        public Optional<Rational> equivalent(String substance, Rational mg) {
            BigDecimal own = equivalentMg.get(substance);
            BigDecimal reference = equivalentMg.get(this.reference);
            return own == null || reference == null ? Optional.empty() : Optional.of(mg.times(reference).over(own));
        }
    }

    /**
     * Limits of one brand of toxin, in its own units, which are no other brand's.
     *
     * @param capUnits the most in the time
     * @param months the time; empty where the cap is of one session
     * @param weeks shortest interval
     * @param siteUnits the most at one site, where a source says so
     * @param siteMl the largest volume at one site, where a source says so
     * @param citation where that comes from
     */
    public record Toxin(BigDecimal capUnits, Optional<Integer> months, int weeks, Optional<BigDecimal> siteUnits,
            Optional<BigDecimal> siteMl, Citation citation) {}

    /**
     * The usual interval between injections of a sort that has no rules of its own.
     *
     * @param injectateClass what sort
     * @param targets at which kinds of place; empty for all that no other row names
     * @param days how many days
     * @param citation where that comes from
     */
    public record Interval(InjectateClass injectateClass, List<String> targets, int days, Citation citation) {
        /** Copies the places. */
        public Interval {
            targets = List.copyOf(targets);
        }
    }

    /** The usual interval of a sort at a kind of place; a row that names the place goes first. */
    public Optional<Interval> interval(InjectateClass sort, String target) {
        List<Interval> rows = intervals.stream().filter(i -> i.injectateClass() == sort).toList();
        return rows.stream().filter(i -> i.targets().contains(target)).findFirst()
                .or(() -> rows.stream().filter(i -> i.targets().isEmpty()).findFirst());
    }

    /** The molar mass by which grams of dextrose become osmoles. */
    public record Osmolarity(String substance, BigDecimal molarMass, Citation citation) {
        /** mOsm/L of a strength in mg/mL. */
        public Rational of(Rational mgPerMl) {
            return mgPerMl.times(Rational.of(1000)).over(molarMass);
        }
    }

    /** The limits that ship with the planner. */
    public static DoseLimits standard() {
        return FILE.standard();
    }

    /** The jurisdiction of a session: that of its name, the first one where it names none; empty where it is unknown. */
    public Optional<Profile> profileOf(String id) {
        return id.isBlank() ? Optional.of(first()) : profile(id);
    }

    /** The jurisdiction with that name. */
    public Optional<Profile> profile(String id) {
        return profiles.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The jurisdiction that holds where nobody chose. */
    public Profile first() {
        return profiles.getFirst();
    }

    /** Reads a file. */
    private static DoseLimits read(DataEntry file) throws DataFileException {
        List<Profile> profiles = List.copyOf(file.byId("profiles", e -> new Profile(e.text("id"), e.text("name"),
                e.byId("localAnaesthetics", a -> new Anaesthetic(a.object("plain", DoseLimits::cap),
                        a.optional("withEpinephrine", DoseLimits::cap), Citation.of(a)))))
                .values());
        if (profiles.isEmpty()) {
            throw file.wrong("needs at least one profile");
        }
        file.textOr("note", "");
        return new DoseLimits(file.text("version"), profiles,
                file.object("anaestheticHours", e -> new Figure(e.decimal("hours"), Citation.of(e))),
                file.object("weight",
                        e -> new LikelyWeight(e.decimal("leastKg"), e.decimal("mostKg"), Citation.of(e))),
                file.object("epinephrine",
                        e -> new Epinephrine(e.text("substance"), e.decimal("leastMcgPerMl"), e.decimal("mostMcgPerMl"),
                                e.decimal("cautionMcg"), e.decimal("stopMcg"), Citation.of(e))),
                file.object("mixture", e -> new Mixture(e.decimal("warnAt"), Citation.of(e))),
                file.object("idealWeight", e -> new IdealWeight(e.decimal("aboveBmi"), e.decimal("maleBaseKg"),
                        e.decimal("femaleBaseKg"), e.decimal("baseCm"), e.decimal("kgPerStep"), e.decimal("stepCm"),
                        Citation.of(e))),
                file.object("reduction", DoseLimits::reduction),
                file.object("ivAccess", e -> new Figure(e.decimal("aboveFraction"), Citation.of(e))),
                file.object("steroid", DoseLimits::steroid),
                file.byId("toxins", e -> new Toxin(e.decimal("capUnits"), e.optionalWhole("months", 1),
                        e.whole("intervalWeeks", 1), e.optionalDecimal("siteUnits"), e.optionalDecimal("siteMl"),
                        Citation.of(e))),
                List.copyOf(file.byId("intervals", e -> new Interval(e.choice("class", InjectateClass.class),
                        e.texts("targets"), e.whole("days", 1), Citation.of(e))).values()),
                file.object("osmolarity",
                        e -> new Osmolarity(e.text("substance"), e.decimal("molarMass"), Citation.of(e))));
    }

    private static Cap cap(DataEntry e) throws DataFileException {
        return new Cap(e.decimal("mgPerKg"), e.optionalDecimal("maximumMg"));
    }

    private static Reduction reduction(DataEntry e) throws DataFileException {
        BigDecimal percent = e.decimal("percent");
        if (percent.compareTo(new BigDecimal("100")) >= 0) {
            throw e.wrong("needs less than 100 in “percent”");
        }
        return new Reduction(percent, Set.copyOf(e.texts("risks")), Citation.of(e));
    }

    private static Steroid steroid(DataEntry e) throws DataFileException {
        Map<String, BigDecimal> equivalents = new LinkedHashMap<>();
        Map<String, BigDecimal> usual = new LinkedHashMap<>();
        e.byId("substances", s -> {
            equivalents.put(s.text("id"), s.decimal("equivalentMg"));
            if (s.has("usualMaximumMg")) {
                usual.put(s.text("id"), s.decimal("usualMaximumMg"));
            }
            return Citation.of(s);
        });
        String reference = e.text("reference");
        if (!equivalents.containsKey(reference)) {
            throw e.wrong("names a reference that is not among its substances");
        }
        Steroid steroid = new Steroid(Map.copyOf(equivalents), reference, e.whole("months", 1), e.decimal("warnMg"),
                e.decimal("stopMg"), e.whole("intervalWeeks", 1), e.whole("leastWeeks", 1),
                e.whole("siteWarnAbove", 1), e.whole("siteStopAbove", 1), Map.copyOf(usual), Citation.of(e));
        if (steroid.warnMg().compareTo(steroid.stopMg()) > 0 || steroid.leastWeeks() > steroid.weeks()
                || steroid.warnAbove() > steroid.stopAbove()) {
            throw e.wrong("stops before it warns; exchange the two figures");
        }
        return steroid;
    }
}

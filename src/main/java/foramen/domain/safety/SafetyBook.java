package foramen.domain.safety;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.injection.AlertKind;
import foramen.domain.injection.InjectateClass;
import foramen.domain.measurement.Citation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Questions, checklist, observation, complications and the card for systemic toxicity: the cited file
 * {@code safety.json}.
 *
 * @param version version of the file
 * @param risks what patients are asked about
 * @param checklist what is ticked, in the order it is gone through
 * @param atTheNeedle what to keep to while injecting, and when to stop
 * @param bleeding how anticoagulation is weighed
 * @param observationMinutes how long a patient stays, from and to
 * @param observation where that comes from
 * @param complications what can be recorded to have happened
 * @param last what to do about local anaesthetic systemic toxicity
 */
public record SafetyBook(String version, List<Risk> risks, List<CheckItem> checklist,
        List<Advice> atTheNeedle, Bleeding bleeding, Minutes observationMinutes, Citation observation,
        List<ComplicationKind> complications, LastCard last) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<SafetyBook> FILE = new DataFile<>("safety.json", SafetyBook.class, SafetyBook::read,
            List.of(NeededRows.byId("risks"), NeededRows.byId("checklist"), NeededRows.byId("atTheNeedle"),
                    NeededRows.byId("complications")));

    /** Copies the lists. */
    public SafetyBook {
        risks = List.copyOf(risks);
        checklist = List.copyOf(checklist);
        atTheNeedle = List.copyOf(atTheNeedle);
        complications = List.copyOf(complications);
    }

    /** What sort of question it is. */
    public enum Group {
        RED_FLAG, ALLERGY, CONDITION, MEDICINE
    }

    /**
     * A question to the patient.
     *
     * @param id stable name
     * @param group what sort of question
     * @param name what it is about, as a noun
     * @param raises the alert where the answer is yes and it concerns what is injected
     * @param always whether it concerns every injection
     * @param classes the classes of substance it concerns
     * @param epinephrine whether it concerns epinephrine
     * @param targets the only places it concerns; empty for all
     * @param presumed whether it holds without being asked, because of what is injected where
     * @param sentence what to say then
     * @param citation where that comes from
     */
    public record Risk(String id, Group group, String name, Optional<AlertKind> raises, boolean always,
            Set<InjectateClass> classes, boolean epinephrine, Set<String> targets, boolean presumed,
            String sentence, Citation citation) {}

    /** When an item of the checklist is gone through. */
    public enum Phase {
        BEFORE, AFTER
    }

    /**
     * An item of the checklist.
     *
     * @param id stable name
     * @param phase before the needle, or after
     * @param words what is confirmed
     * @param hard whether nothing goes on without it
     * @param onlyAboveIvFraction whether it is asked only where the local anaesthetics pass the fraction for a venous line
     * @param onlyWithAnaesthetic whether it is asked only where a local anaesthetic is given
     * @param citation where that comes from
     */
    public record CheckItem(String id, Phase phase, String words, boolean hard, boolean onlyAboveIvFraction,
            boolean onlyWithAnaesthetic, Citation citation) {}

    /** A sentence to read before the needle, with where it comes from. */
    public record Advice(String id, String words, Citation citation) {}

    /** How likely and how grave a bleeding would be. */
    public enum BleedingClass {
        LOW, INTERMEDIATE, HIGH;

        /** In lower-case words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The class of the procedures at some targets, and of what they rise to with a patient factor. */
    public record BleedingRow(BleedingClass usual, BleedingClass escalated, Set<String> targets, Citation citation) {}

    /**
     * How anticoagulation is weighed.
     *
     * @param medicines risks that are anticoagulants or antiplatelets
     * @param factors risks that raise the class
     * @param rows by target
     */
    public record Bleeding(Set<String> medicines, Set<String> factors, List<BleedingRow> rows) {
        /** The row of a target. */
        public Optional<BleedingRow> row(String target) {
            return rows.stream().filter(r -> r.targets().contains(target)).findFirst();
        }
    }

    /** A span of minutes. */
    public record Minutes(int from, int to) {}

    /** Something that can happen. */
    public record ComplicationKind(String id, String name) {}

    /** The book that ships with the planner. */
    public static SafetyBook standard() {
        return FILE.standard();
    }

    /** Reads a file. */
    private static SafetyBook read(DataEntry file) throws DataFileException {
        file.textOr("note", "");
        List<Risk> risks = List.copyOf(file.byId("risks", SafetyBook::risk).values());
        Set<String> known = Set.copyOf(risks.stream().map(Risk::id).toList());
        Bleeding bleeding = file.object("bleeding", e -> bleeding(e, known));
        Minutes minutes = file.object("observationMinutes", e -> new Minutes(e.whole("from", 1), e.whole("to", 1)));
        return new SafetyBook(file.text("version"), risks,
                List.copyOf(file.byId("checklist", SafetyBook::item).values()),
                List.copyOf(file.byId("atTheNeedle",
                        e -> new Advice(e.text("id"), e.text("words"), Citation.of(e))).values()),
                bleeding, minutes,
                file.object("observation", Citation::of),
                List.copyOf(file
                        .byId("complications", e -> new ComplicationKind(e.text("id"), e.text("name"))).values()),
                file.object("last", LastCard::read));
    }

    private static Risk risk(DataEntry e) throws DataFileException {
        Set<InjectateClass> classes = EnumSet.noneOf(InjectateClass.class);
        for (String word : e.texts("classes")) {
            try {
                classes.add(InjectateClass.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException x) {
                throw e.wrong("knows no class of substance “" + word + "”").because(x);
            }
        }
        Optional<AlertKind> raises = e.has("raises")
                ? Optional.of(e.choice("raises", AlertKind.class))
                : Optional.empty();
        return new Risk(e.text("id"), e.choice("group", Group.class), e.text("name"), raises, e.flag("always"), classes,
                e.flag("epinephrine"), Set.copyOf(e.texts("targets")), e.flag("presumed"), e.textOr("sentence", ""),
                Citation.of(e));
    }

    private static CheckItem item(DataEntry e) throws DataFileException {
        return new CheckItem(e.text("id"), e.choice("phase", Phase.class), e.text("words"), e.flag("hard"),
                e.flag("onlyAboveIvFraction"), e.flag("onlyWithAnaesthetic"), Citation.of(e));
    }

    private static Bleeding bleeding(DataEntry e, Set<String> known) throws DataFileException {
        Bleeding bleeding = new Bleeding(Set.copyOf(e.texts("medicines")), Set.copyOf(e.texts("factors")),
                e.list("classes", r -> new BleedingRow(r.choice("usual", BleedingClass.class),
                        r.choice("escalated", BleedingClass.class), Set.copyOf(r.texts("targets")), Citation.of(r))));
        if (!known.containsAll(bleeding.medicines()) || !known.containsAll(bleeding.factors())) {
            throw e.wrong("names a medicine or factor that is not among the risks");
        }
        return bleeding;
    }

    /** The question with that name. */
    public Optional<Risk> risk(String id) {
        return risks.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}

package foramen.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Traits;
import foramen.domain.assessment.CareEvent;
import foramen.domain.assessment.HarrisSheet;
import foramen.domain.assessment.NeuroFinding;
import foramen.domain.assessment.PainState;
import foramen.domain.assessment.TestCatalog;
import foramen.domain.assessment.TestFinding;
import foramen.domain.delivery.ExportKind;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.InjectateClass;
import foramen.domain.injection.Product;
import foramen.domain.injection.ProductCatalog;
import foramen.domain.measurement.Quantity;
import foramen.domain.outcome.Arm;
import foramen.domain.outcome.DueVisit;
import foramen.domain.outcome.FollowUpSchedule;
import foramen.domain.outcome.OutcomeRules;
import foramen.domain.plan.NeedleDirection;
import foramen.domain.plan.NeedleRules;
import foramen.domain.plan.SkinSource;
import foramen.domain.registry.PublishedCohorts;
import foramen.domain.session.DoseBook;
import foramen.ui.shell.Action;
import foramen.ui.shell.Step;
import foramen.ui.shell.StepState;
import foramen.ui.support.Words;
import foramen.ui.viewer.LeftDrag;
import foramen.workspace.cine.LoopMode;
import foramen.workspace.follow.FrameState;
import foramen.workspace.tool.ToolId;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window says is complete in every language, used, and the same as the domain's own words in English. */
class WordsTest {
    private static final Words ENGLISH = Words.in(Locale.ENGLISH, Locale.US);
    private static final Words GERMAN = Words.in(Locale.GERMAN, Locale.GERMANY);
    /** What begins the key of a word that is looked up by a type and a name, and not written in any source. */
    private static final Pattern BY_NAME = Pattern.compile("[A-Z].*|key\\..*|keys\\.(mouse|crosshair)\\..*|marks\\..*"
            + "|action\\..*|said\\..*");

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Set<String> english = WrittenWords.keys("");
        for (Locale language : Words.LANGUAGES) {
            if (!language.equals(Locale.ENGLISH)) {
                assertEquals(english, WrittenWords.keys("_" + language.getLanguage()), language.getDisplayLanguage());
            }
        }
    }

    @Test
    void aTextHasTheSamePlacesForValuesInEachLanguageAndNoApostropheThatWouldQuoteThem() throws IOException {
        Properties english = WrittenWords.texts("");
        for (Locale language : Words.LANGUAGES) {
            Properties other = WrittenWords.texts(language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage());
            english.forEach((key, text) -> {
                String theirs = other.getProperty((String) key);
                assertEquals(WrittenWords.places((String) text), WrittenWords.places(theirs),
                        () -> language + ": " + key);
                // What is only compared with a sentence from below is no pattern in English.
                boolean pattern = !(language.equals(Locale.ENGLISH) && ((String) key).startsWith("said."));
                assertFalse(pattern && !WrittenWords.places(theirs).isEmpty() && theirs.contains("'"),
                        () -> language + ": " + key);
                assertFalse(theirs.isEmpty(), () -> language + ": " + key);
            });
        }
    }

    @Test
    void everyTextIsAskedForAndEveryTextAskedForIsThere() throws IOException {
        Set<String> there = WrittenWords.keys("");
        Set<String> literals = WrittenWords.literals();
        Set<String> asked = WrittenWords.askedFor();
        asked.removeAll(there);
        asked.removeIf(k -> there.contains(k + ".one") && there.contains(k + ".other"));
        assertEquals(Set.of(), asked, "asked for in a source, but in no language");

        Set<String> unused = there.stream().filter(k -> !BY_NAME.matcher(k).matches())
                .filter(k -> !literals.contains(k) && !literals.contains(k.replaceAll("\\.(one|other)$", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused, "texts that no source asks for");
    }

    @Test
    void theDomainsWordsInEnglishAreItsOwn() {
        same(Laterality.values(), Laterality::words);
        same(ScanLevel.values(), ScanLevel::label);
        same(ScanPlane.values(), ScanPlane::words);
        same(Quantity.values(), Quantity::label);
        for (Quantity q : Quantity.values()) {
            assertEquals(q.shortLabel(), ENGLISH.of(q, "short"));
        }
        same(Traits.Shadow.values(), Traits.Shadow::words);
        same(Traits.Contour.values(), Traits.Contour::words);
        same(InjectateClass.values(), InjectateClass::label);
        same(Concentration.Unit.values(), Concentration.Unit::symbol);
        same(ExportKind.values(), ExportKind::label);
        same(LoopMode.values(), LoopMode::label);
        same(FrameState.values(), FrameState::words);
        same(ToolId.values(), ToolId::label);
        same(NeedleDirection.values(), NeedleDirection::words);
        same(SkinSource.values(), SkinSource::words);
        NeedleRules.standard().targets()
                .forEach(r -> assertEquals(r.label(), ENGLISH.named("TargetRule." + r.id(), "?"), r.id()));
        for (ToolId tool : ToolId.values()) {
            assertEquals(tool.hint(), ENGLISH.of(tool, "hint"));
        }
        StructureCatalog.standard().all().forEach(s -> assertEquals(s.name(), ENGLISH.of(s)));
        products().forEach(p -> assertEquals(p.name(), ENGLISH.of(p)));
    }

    @Test
    void theWordsOfAssessmentAndOutcomeAreTheDomainsOwnAndThoseOfTheirFiles() {
        same(TestFinding.Result.values(), TestFinding.Result::words);
        same(TestFinding.PainSite.values(), TestFinding.PainSite::words);
        same(PainState.values(), PainState::words);
        same(NeuroFinding.Item.values(), NeuroFinding.Item::label);
        same(CareEvent.Kind.values(), CareEvent.Kind::label);
        same(DueVisit.State.values(), DueVisit.State::words);
        same(TestCatalog.Verdict.values(), TestCatalog.Verdict::words);
        same(Arm.values(), Arm::label);
        TestCatalog tests = TestCatalog.FILE.standard();
        tests.tests().forEach(t -> {
            named("Test." + t.id(), t.name());
            named("Test." + t.id() + ".how", t.how());
            accuracy("Test." + t.id(), t.accuracy());
        });
        tests.rules().forEach(r -> {
            named("Rule." + r.id(), r.name());
            accuracy("Rule." + r.id(), r.accuracy());
        });
        PublishedCohorts.FILE.standard().findings().forEach(f -> named("Published."
                + f.outcome().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), f.outcome()));
        tests.redFlags().forEach(f -> named("RedFlag." + f.id(), f.words()));
        OutcomeRules.FILE.standard().responders().forEach(r -> named("Responder." + r.id(), r.label()));
        OutcomeRules.FILE.standard().differences()
                .forEach(d -> named("Difference." + d.label().replace(' ', '-'), d.label()));
        FollowUpSchedule.FILE.standard().protocols().forEach(q -> named("Protocol." + q.id(), q.name()));
        HarrisSheet sheet = HarrisSheet.FILE.standard();
        sheet.items().forEach(i -> {
            named("Harris." + i.id(), i.label());
            i.options().forEach(o -> named("Harris." + i.id() + "." + o.id(), o.words()));
        });
        sheet.arcs().forEach(a -> named("Harris." + a.id(), a.label()));
        sheet.deformities().forEach(l -> named("Harris." + l.id(), l.label()));
        sheet.romRules().forEach(r -> named("Harris." + r.id(), r.label()));
        sheet.deformityRules().forEach(r -> named("Harris." + r.id(), r.label()));
        sheet.bands().forEach(b -> named("Band." + b.label(), b.label()));
    }

    /** What is published of a test is said in German with the same figures. */
    private static void accuracy(String id, String own) {
        if (!own.isEmpty()) {
            sameFigures(id + ".accuracy", own);
        }
    }

    private static void named(String key, String own) {
        assertEquals(own, ENGLISH.named(key, "?"), key);
        assertNotEquals("?", GERMAN.named(key, "?"), key);
    }

    @Test
    void theQuestionsProceduresAndItemsOfASessionAreCalledInEnglishAsInTheirFilesAndHaveAGermanName() {
        Map<String, String> own = new HashMap<>();
        DoseBook book = DoseBook.standard();
        book.safety().risks().forEach(r -> own.put("Risk." + r.id(), r.name()));
        book.safety().checklist().forEach(i -> own.put("CheckItem." + i.id(), i.words()));
        book.safety().complications().forEach(k -> own.put("Complication." + k.id(), k.name()));
        book.protocols().protocols().forEach(p -> own.put("Procedure." + p.id(), p.name()));
        book.protocols().targets().forEach((id, name) -> own.put("Target." + id, name));
        own.forEach((key, name) -> {
            assertEquals(name, ENGLISH.named(key, "?"), key);
            assertNotEquals("?", GERMAN.named(key, "?"), key);
        });
    }

    @Test
    void whatIsPublishedOfAMixtureIsSaidInGermanWithTheSameFigures() {
        DoseBook.standard().protocols().protocols().forEach(p -> {
            p.recipe().stream().filter(i -> !i.words().isEmpty())
                    .forEach(i -> sameFigures("Recipe." + p.id() + "." + i.productId(), i.words()));
            for (int i = 0; i < p.variants().size(); i++) {
                sameFigures("Variant." + p.id() + "." + (i + 1), p.variants().get(i));
            }
        });
    }

    @Test
    void whatAClinicWroteInItsOwnFileIsShownAsItWroteIt() {
        assertEquals("Schmerz um die Hälfte geringer, kurzfristig",
                GERMAN.ofFile("Responder.pain-50", "Pain lower by half, short term"));
        assertEquals("Pain lower by 60 %", GERMAN.ofFile("Responder.pain-50", "Pain lower by 60 %"));
        assertEquals("Pain lower by 60 %", ENGLISH.ofFile("Responder.pain-50", "Pain lower by 60 %"));
        assertEquals("Hop test", GERMAN.ofFile("Test.hop", "Hop test"));
    }

    /** Clinical figures come through a translation in any order, and none is added. */
    private static void sameFigures(String key, String own) {
        named(key, own);
        assertEquals(figures(own), figures(GERMAN.named(key, "?")), key);
    }

    private static List<String> figures(String text) {
        return Pattern.compile("[0-9]+(?:[.:][0-9]+)?").matcher(text).results().map(r -> r.group()).sorted().toList();
    }

    @Test
    void everyWordOfTheDomainHasAGermanOne() {
        Stream<Enum<?>[]> constants = Stream.of(Laterality.values(), ScanLevel.values(), ScanPlane.values(),
                Quantity.values(), Traits.Shadow.values(), Traits.Contour.values(), InjectateClass.values(),
                Concentration.Unit.values(), ExportKind.values(), LoopMode.values(), FrameState.values(),
                ToolId.values(), Step.values(), StepState.values(), Action.Group.values(), NeedleDirection.values(),
                SkinSource.values(), Structure.Kind.values());
        constants.flatMap(Arrays::stream).forEach(c -> assertFalse(GERMAN.of(c).isBlank(), c.name()));
        for (LeftDrag mode : LeftDrag.values()) {
            if (mode != LeftDrag.TOOL) {
                assertFalse(GERMAN.of(mode, "hint").isBlank());
            }
        }
        // A name the bundle does not know would be shown as the domain has it.
        StructureCatalog.standard().all()
                .forEach(s -> assertNotEquals("?", GERMAN.named("Structure." + s.id(), "?"), s.id()));
        products()
                .forEach(p -> assertNotEquals("?", GERMAN.named("Product." + p.id(), "?"), p.id()));
        NeedleRules.standard().visibility()
                .forEach(b -> assertEquals(b.label(), ENGLISH.named("Visibility." + b.id(), "?"), b.id()));
        NeedleRules.standard().visibility()
                .forEach(b -> assertNotEquals("?", GERMAN.named("Visibility." + b.id(), "?"), b.id()));
    }

    @Test
    void theWarningsOfAPlanAreSaidInGermanWithTheirNumbers() {
        assertEquals("Der Nadelweg verläuft 3.2\u00a0mm neben: Nervus ischiadicus (zu 95 % sicher 2.1\u00a0mm);"
                + " der Mindestabstand ist 5 mm, unter 2 mm nur mit Grund (Quelle 7).",
                GERMAN.said("The path passes 3.2\u00a0mm from the sciatic nerve (95 % sure of 2.1\u00a0mm);"
                        + " the margin is 5 mm, below 2 mm only with a reason (Quelle 7)."));
        assertEquals("Auf Bild 12: Der Nadelweg trifft: Anderes Gefäß (zu 95 % sicher -1.3\u00a0mm);"
                + " der Mindestabstand ist 3 mm (x).",
                GERMAN.said("On frame 12 the path meets the other vessel (95 % sure of -1.3\u00a0mm);"
                        + " the margin is 3 mm (x)."));
    }

    @Test
    void whereThereAreNoWordsForALanguageItIsEnglishWhateverTheSystemSpeaks() {
        Locale was = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("Cancel", Words.in(Locale.FRENCH, Locale.FRANCE).text("cancel"));
            assertEquals("Cancel", Words.in(Locale.UK, Locale.UK).text("cancel"));
            assertEquals("Abbrechen", Words.in(Locale.of("de", "AT"), Locale.US).text("cancel"));
        } finally {
            Locale.setDefault(was);
        }
    }

    @Test
    void aNumberOfThingsStandsInTheRightForm() {
        assertEquals("1 annotation", ENGLISH.count("outline.annotations", 1));
        assertEquals("0 annotations", ENGLISH.count("outline.annotations", 0));
        assertEquals("2 Markierungen", GERMAN.count("outline.annotations", 2));
        // No grouping: 1200 frames are not 1,200 or 1.200.
        assertEquals("Bild 1200", GERMAN.text("frame.number", 1200));
    }

    @Test
    void aTextThatIsNotThereIsAnErrorAndNotABlank() {
        assertThrows(MissingResourceException.class, () -> ENGLISH.text("no.such.text"));
    }

    @Test
    void everySortOfWordThatIsLookedUpByNameExists() throws IOException {
        for (String key : WrittenWords.keys("")) {
            if (Character.isUpperCase(key.charAt(0))) {
                String type = key.substring(0, key.indexOf('.'));
                assertTrue(Set.of("AnnotateState", "AreaCurve", "RegionWay", "CaseChange", "Clash", "Subject",
                        "Laterality",
                        "ScanLevel", "ScanPlane", "Quantity",
                        "Traits", "InjectateClass",
                        "Concentration", "ExportKind", "ImageRole", "LoopMode", "FrameState", "ToolId", "Step",
                        "StepState", "Action", "LeftDrag", "ThemeChoice", "FreeDrag", "ColourMap", "PictureFilter",
                        "PicturePhrase",
                        "Structure", "Product", "Shape", "Visibility", "AssessState", "TestFinding", "PainState",
                        "NeuroFinding", "CareEvent", "DueVisit", "TestCatalog", "Response", "Recurrence", "Arm",
                        "RegistryQuery", "VisitWindow", "Published", "Recipe", "Variant", "Band", "Difference", "Test",
                        "Rule", "RedFlag",
                        "Responder",
                        "Protocol", "Harris", "TargetRule", "NeedleDirection", "SkinSource", "FrameChoice", "LinkMode",
                        "ClipSide", "Needle", "LedgerPart", "Alert", "Risks", "SafetyBook", "SafetyRecord", "Mixture",
                        "Citation",
                        "Risk", "CheckItem", "Complication", "Procedure", "Target", "SafetyText", "CopyStatus",
                        "DeidentOption", "DeidentState", "PixelPolicy", "PixelVerdict").contains(type), key);
            }
        }
    }

    @Test
    void theReasonWithinASentenceIsSaidInTheLanguageToo() {
        assertEquals("Auf 59 Bildern verfolgt; 2 driften. Zuerst auf Bild 20: Die Struktur hat das Bild hier verlassen,"
                + " wenigstens zum Teil. Den Umriss prüfen oder verwerfen.",
                GERMAN.said(
                        "Followed on 59 frames; 2 drift. First on frame 20: The structure has left the picture here,"
                                + " at least in part. Check the outline or reject it."));
    }

    @Test
    void everySentenceFromBelowThatHasAGermanWordingIsStillMadeSoInASource() throws IOException {
        Set<String> pieces = WrittenWords.pieces("domain", "workspace", "ui", "storage", "dicom/deident",
                "app/composition", "vision");
        Properties english = WrittenWords.texts("");
        Set<String> gone = new TreeSet<>();
        english.forEach((key, text) -> {
            if (((String) key).startsWith("said.")) {
                for (String part : WrittenWords.parts((String) text)) {
                    if (!WrittenWords.isMadeOf(part, pieces)) {
                        gone.add(key + ": " + part);
                    }
                }
            }
        });
        assertEquals(Set.of(), gone, "no source makes these sentences any more; change them with the source");
    }

    @Test
    void aSentenceFromBelowIsSaidInGermanWithItsValuesAndTheDomainsWordsInIt() {
        assertEquals("In Bild 12 kopiert.", GERMAN.said("Copied to frame 12."));
        assertEquals("Zeichnen: Nervus ischiadicus", GERMAN.said("Draw sciatic nerve"));
        assertEquals("umfahren, Maßstab: US-Region", GERMAN.said("trace, scale: US region"));
        assertEquals("Die Ampulle Lidocain ohne Adrenalin verfällt am 2026-11-20. Nicht verwenden; eine andere nehmen.",
                GERMAN.said("The vial of Lidocaine, plain expires on 2026-11-20. Do not use it; take another."));
        // A file that is called as a structure keeps its name.
        assertEquals("Piriformis wird geöffnet", GERMAN.said("Opening Piriformis"));
        assertEquals("Copied to frame 12.", ENGLISH.said("Copied to frame 12."));
    }

    @Test
    void aSentenceWhoseWordingIsNotKnownStaysAsItCame() {
        assertEquals("Something quite new on frame 3.", GERMAN.said("Something quite new on frame 3."));
        assertEquals("", GERMAN.said(""));
    }

    @Test
    void anEditIsCalledWithinALineAsTheLanguageWritesIt() {
        assertEquals("draw sciatic nerve", ENGLISH.edit("Draw sciatic nerve"));
        assertEquals("Zeichnen: Nervus ischiadicus", GERMAN.edit("Draw sciatic nerve"));
    }

    private static <E extends Enum<E>> void same(E[] constants, Function<E, String> own) {
        for (E c : constants) {
            assertEquals(own.apply(c), ENGLISH.of(c), c.name());
        }
    }

    private static Stream<Product> products() {
        return Arrays.stream(InjectateClass.values()).flatMap(c -> ProductCatalog.standard().of(c).stream());
    }
}

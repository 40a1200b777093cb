package foramen.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.SameSettings;
import foramen.testing.Cases;
import foramen.testing.FakeClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPdfExporterTest {
    private final Path folder;
    private final byte[] richEnglish;

    ReportPdfExporterTest(@TempDir Path folder, @TempDir Path empty) throws IOException {
        this.folder = folder;
        richEnglish = Reports.pdf(Reports.exporter(empty, Locale.ENGLISH, l -> DocumentTerms.ENGLISH), Reports.rich());
    }

    @BeforeEach
    void noTemplateOfTheClinic() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void everyPartOfTheReportIsThereWithItsValues() throws IOException {
        String text = text(richEnglish);
        for (String part : List.of("Patient and examination", "History and red flags", "asked, none present",
                "Denied: allergy to corticosteroid", "Not asked:", "Provocation tests", "Power L5",
                "NRS, average of 7 days",
                "Sciatic nerve", "100.0 mm²", "Side-to-side comparison", "16.4 mm²", "Tagliafico 2012",
                "Deep gluteal syndrome, piriformis", "Physiotherapy: 12 sessions, no relief", "Consent is given",
                "Time-out", "Session 1 of 3", "Peri-sciatic hydrodissection", "prone", "LOT-9", "exp. 2027-01-31",
                "35 mg", "% of the maximum", "Voided: Entered twice", "leg strength before walking: done", "30 min",
                "Session 2 of 3", "by the protocol on 2026-04-04", "not seen", "Signature", "dose-limits.json",
                "Foramen 0.1.0-test", "Pre-procedure plan, not real-time guidance")) {
            assertTrue(text.contains(part), () -> "“" + part + "” is not in the report:\n" + text);
        }
    }

    @Test
    void anEmptyCaseKeepsEveryPartAndSaysThatNothingIsRecorded() throws IOException {
        String text = text(report(Cases.empty(), Locale.ENGLISH));
        List<String> titles = titles(Locale.ENGLISH);
        for (String title : titles) {
            assertTrue(text.contains(title), () -> "“" + title + "” has vanished");
        }
        for (String key : List.of("tests", "baseline", "imaging", "checklist", "observation", "complications",
                "relief", "next", "followup")) {
            String title = words(Locale.ENGLISH).text("section." + key);
            assertTrue(text.contains(title + " Not recorded"), () -> title + " does not say it:\n" + text);
        }
        assertTrue(text.contains("Nothing is recorded as given."), text);
    }

    @Test
    void theMissingPicturesOfTheSetAreNamedAndSoIsOneThatCannotBeShown() throws IOException {
        String text = text(richEnglish);
        assertTrue(text.contains("Missing of the set of 7: 1 Target, Doppler off, 2 Target, Doppler on, 5 Plan"
                + " overlay."), text);
        assertTrue(text.contains("7 Spread after injection: The clip it lies on is not at hand"), text);
    }

    @Test
    void whatTheOperatorStatedOfTheSettingsOfTwoClipsStandsInTheReport() throws IOException {
        Case stated = Cases.full().withClip(new ClipRef("2.25.7", "", "Left"));
        stated = stated.withStatements(stated.statements()
                .withSameSettings(new SameSettings(FakeClip.UID, "2.25.7", "Dr Example", Cases.NOW)));
        String text = text(report(stated, Locale.ENGLISH)).replaceAll("\\s+", " ");
        assertTrue(text.contains("taken with the same preset and gain, as stated by Dr Example on 2026-03-14"), text);
    }

    @Test
    void aGermanReportIsGermanAndSaysSo() throws IOException {
        byte[] pdf = report(Reports.rich(), Locale.GERMAN);
        String text = text(pdf);
        for (String title : titles(Locale.GERMAN)) {
            assertTrue(text.contains(title), () -> "“" + title + "” is not in the report:\n" + text);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals("de", document.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    void theReportIsTaggedForScreenReaders() throws IOException {
        try (PDDocument document = Loader.loadPDF(richEnglish)) {
            var catalog = document.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals("en", catalog.getLanguage());
            assertEquals("Report, case case-000", document.getDocumentInformation().getTitle());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertTrue(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                    .contains("pdfuaid:part"), "the metadata does not claim PDF/UA");
            assertNotNull(catalog.getDocumentOutline());
            Set<String> kinds = new TreeSet<>();
            List<PDStructureElement> figures = new ArrayList<>();
            walk(catalog.getStructureTreeRoot(), kinds, figures);
            assertTrue(kinds.containsAll(Set.of("H1", "H2", "H3", "Table", "TR", "TH", "TD", "P", "Figure")),
                    kinds.toString());
            // Small on the contact sheet, then large.
            assertEquals(6, figures.size());
            figures.subList(0, 3).forEach(f -> assertTrue(f.getAlternateDescription().startsWith("Small picture of "),
                    f.getAlternateDescription()));
            figures.subList(3, 6).forEach(f -> assertTrue(f.getAlternateDescription().startsWith("Ultrasound picture"),
                    f.getAlternateDescription()));
        }
    }

    @Test
    void theContactSheetIsAPageOfItsOwnWithThePicturesStoredOnce() throws IOException {
        try (PDDocument document = Loader.loadPDF(richEnglish)) {
            org.apache.pdfbox.text.PDFTextStripper stripper = new org.apache.pdfbox.text.PDFTextStripper();
            List<String> sheets = new ArrayList<>();
            Set<org.apache.pdfbox.cos.COSBase> small = new java.util.HashSet<>();
            Set<org.apache.pdfbox.cos.COSBase> all = new java.util.HashSet<>();
            for (int p = 1; p <= document.getNumberOfPages(); p++) {
                stripper.setStartPage(p);
                stripper.setEndPage(p);
                String page = stripper.getText(document);
                boolean sheet = page.contains("Contact sheet of the image set");
                var resources = document.getPage(p - 1).getResources();
                for (COSName name : resources.getXObjectNames()) {
                    all.add(resources.getXObject(name).getCOSObject());
                    if (sheet) {
                        small.add(resources.getXObject(name).getCOSObject());
                    }
                }
                if (sheet) {
                    sheets.add(page);
                }
            }
            assertEquals(1, sheets.size());
            String sheet = sheets.getFirst();
            assertTrue(sheet.contains("3 Nerve cross-section, symptomatic side") && sheet.contains("6 Needle tip"),
                    sheet);
            assertTrue(sheet.contains("Missing of the set of 7: 1 Target") && !sheet.contains("Follow-up"), sheet);
            assertTrue(sheet.contains("7 Spread after injection: The clip it lies on is not at hand"), sheet);
            assertEquals(3, small.size());
            assertEquals(3, all.size());
        }
        assertFalse(text(report(Cases.full(), Locale.ENGLISH)).contains("Contact sheet"));
    }

    @Test
    void everyTypefaceIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(richEnglish)) {
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), name + " is not embedded");
                    fonts++;
                }
            }
            assertTrue(fonts > 0);
        }
    }

    @Test
    void theClinicsNameAddressAndStyleAreTaken() throws IOException {
        Files.writeString(folder.resolve("clinic.properties"),
                "name=Klinik am Beispiel\naddress=Musterweg 1|12345 Musterstadt\nlanguage=de\n");
        Files.writeString(folder.resolve("report.css"),
                TemplateFolder.shipped("report.css").replace("size: A4", "size: A5"));
        byte[] pdf = report(Cases.full(), Locale.ENGLISH);
        String text = text(pdf);
        assertTrue(text.contains("Klinik am Beispiel Musterweg 1 12345 Musterstadt"), text);
        assertTrue(text.contains("Patient und Untersuchung"), text);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(420, document.getPage(0).getMediaBox().getWidth(), 1);
        }
    }

    @Test
    void aDamagedTemplateGivesWayToTheShippedOneAndTheReportSaysWhere() throws IOException {
        Files.writeString(folder.resolve("report.html"), "<html><body>{{#sections}}<p>{{title}}</body></html>");
        assertSaid("The template report.html cannot be used");
        Files.writeString(folder.resolve("report.html"),
                "<html><body>\n{{#sections}}<p>{{title}}{{/sections}}</body></html>");
        assertSaid("The template report.html is not well-formed once filled in, line");
        Files.writeString(folder.resolve("report.html"), "<html><body>{{nothing}}</body></html>");
        assertSaid("The template report.html cannot be used");
    }

    @Test
    void aTemplateThatLeavesOutAPartGivesWayToTheShippedOne() throws IOException {
        String shipped = TemplateFolder.shipped("report.html");
        Files.writeString(folder.resolve("report.html"),
                shipped.replace("<p class=\"disclaimer\">{{disclaimer}}</p>", "")
                        .replace("<p class=\"{{tone}}\">{{words}}</p>", ""));
        assertSaid("leaves out the disclaimer");
        Files.writeString(folder.resolve("report.html"), shipped.replace("{{value}}", ""));
        assertSaid("leaves out a part of the section");
    }

    @Test
    void aTemplateReadsNothingFromOutsideItsFolder() throws IOException {
        Path secret = Files.writeString(folder.resolveSibling("secret-" + folder.getFileName() + ".txt"),
                "TOP SECRET");
        String shipped = TemplateFolder.shipped("report.html");
        String head = "<!DOCTYPE html [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>";
        Files.writeString(folder.resolve("report.html"), shipped.replace("<!DOCTYPE html>", head)
                .replace("<div class=\"head\">", "<p>&leak;</p><img alt=\"x\" src=\"http://127.0.0.1:9/x.png\"/>"
                        + "<img alt=\"y\" src=\"" + secret.toUri() + "\"/><img alt=\"z\" src=\"../"
                        + secret.getFileName() + "\"/><div class=\"head\">"));
        String text = text(report(Cases.full(), Locale.ENGLISH));
        assertFalse(text.contains("TOP SECRET"), text);
        assertTrue(text.contains("is not in the folder of templates, so it is left out."), text);
        Files.delete(secret);
    }

    @Test
    void allLanguagesHaveTheSameTexts() throws IOException {
        assertEquals(keys("words.properties"), keys("words_de.properties"));
    }

    private void assertSaid(String sentence) throws IOException {
        String text = text(report(Cases.full(), Locale.ENGLISH));
        assertTrue(text.contains(sentence), text);
        assertTrue(text.contains("The one that ships with Foramen is used."), text);
        assertTrue(text.contains("Patient and examination"), text);
    }

    private byte[] report(Case casefile, Locale language) throws IOException {
        return Reports.pdf(Reports.exporter(folder, language, l -> DocumentTerms.ENGLISH), casefile);
    }

    private static DocumentWords words(Locale language) {
        return DocumentWords.in(language, l -> DocumentTerms.ENGLISH);
    }

    private static List<String> titles(Locale language) {
        return List.of("identifiers", "history", "tests", "baseline", "imaging", "indication", "checklist",
                "procedure", "observation", "complications", "relief", "next", "followup", "images", "signature",
                "notes").stream().map(k -> words(language).text("section." + k)).toList();
    }

    private static Set<Object> keys(String name) throws IOException {
        java.util.Properties p = new java.util.Properties();
        p.load(new java.io.StringReader(TemplateFolder.shipped(name)));
        return p.keySet();
    }

    private static void walk(PDStructureNode node, Set<String> kinds, List<PDStructureElement> figures) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement e) {
                kinds.add(e.getStructureType());
                if (e.getStructureType().equals("Figure")) {
                    figures.add(e);
                }
                walk(e, kinds, figures);
            }
        }
    }

    /** The words on one line, so that it does not matter where a line breaks. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}

package foramen.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import foramen.report.PlanCards;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What we write as PDF is accessible by PDF/UA-1 (ISO 14289-1), as veraPDF reads it. */
class PdfUaTest {
    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theReportIsAccessible(String language, @TempDir Path folder) throws Exception {
        assertEquals(List.of(), complaints(Reports.pdf(
                Reports.exporter(folder, Locale.of(language), l -> DocumentTerms.ENGLISH), Reports.rich())));
    }

    @Test
    void thePlanCardIsAccessible() throws Exception {
        assertEquals(List.of(), complaints(PlanCards.full()));
    }

    @Test
    void aPageThatIsNotTaggedIsFound() throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PlanCards.full())) {
            document.getDocumentCatalog().getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.STRUCT_TREE_ROOT);
            document.save(out);
        }
        assertFalse(complaints(out.toByteArray()).isEmpty());
    }

    private static List<String> complaints(byte[] pdf) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf),
                PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " " + a.getMessage())
                    .distinct().sorted().toList();
        }
    }
}

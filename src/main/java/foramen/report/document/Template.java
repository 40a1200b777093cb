package foramen.report.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A page in XHTML with Mustache marks.
 *
 * @param html the page
 * @param name what to call it in a sentence
 */
record Template(String html, String name) {
    /** That a template cannot be used; the message is one sentence with the place. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String message, Throwable cause) {
            super(message, cause);
        }

        DamagedException(String message) {
            super(message);
        }
    }

    /** The page with {@code values} in its places; entities and references to the outside are not followed. */
    Document fill(Map<String, ?> values) throws DamagedException {
        String filled;
        try {
            filled = Mustache.compiler().escapeHTML(true).strictSections(true).nullValue("").compile(html)
                    .execute(values);
        } catch (MustacheException e) {
            throw new DamagedException("The template " + name + " cannot be used: " + plain(e.getMessage()), e);
        }
        try {
            DocumentBuilder builder = parser();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(withoutForbidden(filled))));
        } catch (SAXParseException e) {
            throw new DamagedException("The template " + name + " is not well-formed once filled in, line "
                    + e.getLineNumber() + ": " + plain(e.getMessage()), e);
        } catch (SAXException | IOException e) {
            throw new DamagedException("The template " + name + " is not well-formed: " + plain(e.getMessage()), e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(true);
            factory.setNamespaceAware(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform can parse XML safely", e);
        }
    }

    /** What XML cannot carry at all is left out; it cannot be seen either. */
    private static String withoutForbidden(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String plain(@Nullable String message) {
        String one = message == null ? "it cannot be read" : message.strip().replaceAll("\\s+", " ");
        return one.endsWith(".") ? one : one + ".";
    }

    /** Nothing is forgiven and nothing is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning leaves the page usable.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

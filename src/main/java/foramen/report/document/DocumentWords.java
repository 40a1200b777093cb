package foramen.report.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The texts of documents in one language, and the domain's words in it. Numbers keep the decimal point in every language,
 * because a dose is written with it wherever Foramen writes one.
 */
final class DocumentWords {
    /** The languages a document can be written in, the one of all texts first. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final ResourceBundle bundle;
    private final Locale language;
    private final DocumentTerms terms;

    private DocumentWords(ResourceBundle bundle, Locale language, DocumentTerms terms) {
        this.bundle = bundle;
        this.language = language;
        this.terms = terms;
    }

    /** The texts in {@code language}, or in English where there are none. */
    static DocumentWords in(Locale language, DocumentTerms.Source terms) {
        Locale known = LANGUAGES.stream().filter(l -> l.getLanguage().equals(language.getLanguage())).findFirst()
                .orElse(Locale.ENGLISH);
        String name = known.equals(Locale.ENGLISH)
                ? "words.properties"
                : "words_" + known.getLanguage()
                        + ".properties";
        return new DocumentWords(read(name), known, terms.in(known));
    }

    private static ResourceBundle read(String name) {
        String path = "/foramen/report/document/" + name;
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(DocumentWords.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The texts " + path + " cannot be read from the installation", e);
        }
    }

    Locale language() {
        return language;
    }

    DocumentTerms terms() {
        return terms;
    }

    /** The text of {@code key}, which must be there, with {@code values} in its places. */
    String text(String key, Object... values) {
        String text = bundle.getString(key);
        Object[] written = Arrays.stream(values).map(String::valueOf).toArray();
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(written);
    }

    /** {@code words} with an upper-case first letter. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

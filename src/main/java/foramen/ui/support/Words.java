package foramen.ui.support;

import foramen.domain.anatomy.Structure;
import foramen.domain.injection.Product;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.measurement.Reading;
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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the window says, in one language. Made once, where the program is composed, and handed on by constructors. The
 * texts are in {@code foramen/ui/words/words*.properties}; what goes to files, to the command line and into the journal
 * never comes from here (decision 0020).
 */
public final class Words {
    /** The languages there are words for, the one of all texts first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String BUNDLE = "/foramen/ui/words/words";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final boolean english;
    private @Nullable ResourceBundle shipped;
    private @Nullable Sentences sentences;
    private final ObjectProperty<LengthUnit> lengths = new SimpleObjectProperty<>(this, "lengths",
            LengthUnit.MILLIMETRE);

    private Words(ResourceBundle bundle, Locale locale, boolean english) {
        this.bundle = bundle;
        this.locale = locale;
        this.english = english;
    }

    /**
     * The words of a language.
     *
     * @param language what is wanted; English where there are no words for it
     * @param locale how numbers are written between them
     */
    public static Words in(Locale language, Locale locale) {
        boolean english = LANGUAGES.stream().skip(1).noneMatch(l -> l.getLanguage().equals(language.getLanguage()));
        return new Words(read(english ? "" : "_" + language.getLanguage()), locale, english);
    }

    /**
     * Reads the one bundle that is wanted. Asking the JDK to look for it takes up to ten times as long at the start of the
     * program, because it looks for classes of that name in every library first; and it would fall back to the system's
     * language. Every bundle is complete, which a test holds.
     */
    private static ResourceBundle read(String suffix) {
        String name = BUNDLE + suffix + ".properties";
        try (Reader in = new InputStreamReader(Objects.requireNonNull(Words.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The words " + name + " cannot be read from the installation", e);
        }
    }

    /** How numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** In which unit lengths are written. */
    public ObjectProperty<LengthUnit> lengthsProperty() {
        return lengths;
    }

    /** A value with its unit, lengths in the unit that was chosen. */
    public String value(Reading reading) {
        return lengths.get().text(reading, locale);
    }

    /** A length with the unit that was chosen. */
    public String length(double mm) {
        return lengths.get().text(mm, locale);
    }

    /** The text of {@code key}, which must be there. */
    public String text(String key) {
        return bundle.getString(key);
    }

    /**
     * The text of {@code key} with {@code values} in the places of {0}, {1} and so on.
     *
     * @param values written as they are: a number with decimals is to be written in the manner of {@link #locale()} before
     */
    public String text(String key, Object... values) {
        Object[] written = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(written);
    }

    /** How many of something: the text of {@code key.one} or {@code key.other}, with the number in the place of {0}. */
    public String count(String key, int n) {
        return text(n == 1 ? key + ".one" : key + ".other", n);
    }

    /** The word for {@code constant}, from its type and name. */
    public String of(Enum<?> constant) {
        return bundle.getString(key(constant));
    }

    /** Another word for {@code constant}, such as its {@code short} one. */
    public String of(Enum<?> constant, String form) {
        return bundle.getString(key(constant) + "." + form);
    }

    /** The name of {@code structure}; one that is only in the clinic's own list is called as there. */
    public String of(Structure structure) {
        return ofFile("Structure." + structure.id(), structure.name());
    }

    /** The name of {@code structure} within a sentence, where English writes it small and German does not. */
    public String inSentence(Structure structure) {
        String name = of(structure);
        return Boolean.parseBoolean(bundle.getString("nouns.lower")) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The name of {@code product}; one that is only in the clinic's own list is called as there. */
    public String of(Product product) {
        return ofFile("Product." + product.id(), product.name());
    }

    /** The text of {@code key}, or {@code own} where there is none, as for what a data file adds. */
    public String named(String key, String own) {
        return bundle.containsKey(key) ? bundle.getString(key) : own;
    }

    /**
     * {@code own}, which is a text of a data file, in the window's language as long as the file says what is shipped. What a
     * clinic wrote otherwise is shown as it wrote it: a translation must never stand for another figure.
     */
    public String ofFile(String key, String own) {
        return !english && bundle.containsKey(key) && own.equals(shipped().getString(key))
                ? bundle.getString(key)
                : own;
    }

    private synchronized ResourceBundle shipped() {
        if (shipped == null) {
            shipped = read("");
        }
        return shipped;
    }

    /** The key of {@code constant}: the names of its type, of what the type is nested in, and its own. */
    public static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName() + "." + constant.name();
    }

    /**
     * A sentence made by the rooms below, in this language where its wording is known, else as it came. Those rooms speak
     * English, which is what files, the command line and the journal get.
     */
    public synchronized String said(String sentence) {
        if (english) {
            return sentence;
        }
        if (sentences == null) {
            sentences = new Sentences(shipped(), bundle, locale);
        }
        return sentences.in(sentence);
    }

    /** What an edit is called, within a line. */
    public String edit(String action) {
        String said = said(action);
        return Boolean.parseBoolean(bundle.getString("nouns.lower")) ? said.toLowerCase(Locale.ROOT) : said;
    }

    /** {@code words} with its first letter upper case, for the beginning of a line. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

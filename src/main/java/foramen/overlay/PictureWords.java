package foramen.overlay;

import foramen.domain.anatomy.Laterality;
import foramen.domain.measurement.LengthUnit;
import foramen.domain.measurement.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How words and values are written over a picture: in files always in English and in mm (decision 0020), on a screen in its
 * language and unit. What the operator wrote is never put into other words.
 *
 * @param locale for numbers
 * @param lengths the unit of lengths; without one rulers are in cm and values in mm, as in files
 * @param phrases each phrase in the language
 * @param terms names of the domain, given in English, in the language
 */
public record PictureWords(Locale locale, Optional<LengthUnit> lengths, Function<PicturePhrase, String> phrases,
        UnaryOperator<String> terms) {
    /** English, and mm, as in files. */
    public static PictureWords plain(Locale locale) {
        return new PictureWords(locale, Optional.empty(), PicturePhrase::english, UnaryOperator.identity());
    }

    /** {@code phrase} about {@code values}. */
    String say(PicturePhrase phrase, String... values) {
        String text = phrases.apply(phrase);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** A name of the domain. */
    String term(String english) {
        return terms.apply(english);
    }

    /** A value with its unit. */
    String value(Reading reading) {
        return lengths.orElse(LengthUnit.MILLIMETRE).text(reading, locale);
    }

    /** The side beside a number: its letter, or that it is not set. */
    String side(Laterality side) {
        return side == Laterality.UNSPECIFIED ? "(" + term(side.words()) + ")" : side.letter();
    }

    /** A name that begins with a structure's, such as that of an obstacle with its side behind it. */
    String named(String whole, String structure) {
        return whole.startsWith(structure) ? term(structure) + whole.substring(structure.length()) : whole;
    }
}

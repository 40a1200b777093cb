package foramen.app.composition;

import foramen.domain.anatomy.Structure;
import foramen.report.document.DocumentTerms;
import foramen.ui.support.Words;
import java.util.Locale;

/** The window's words for the domain, so that screen and report call a thing the same. */
public final class WindowTerms implements DocumentTerms {
    private final Words words;

    /** The words of one language; figures are written as in files. */
    public WindowTerms(Locale language) {
        words = Words.in(language, Locale.ROOT);
    }

    @Override
    public String of(Enum<?> constant, String english) {
        return words.named(Words.key(constant), english);
    }

    @Override
    public String of(Structure structure) {
        return words.of(structure);
    }

    @Override
    public String said(String sentence) {
        return words.said(sentence);
    }
}

package foramen.report.document;

import foramen.domain.anatomy.Structure;
import java.util.Locale;

/** How the words of the domain are said in the language of a document; what is not known is said as in English. */
public interface DocumentTerms {
    /** The word for {@code constant}, or {@code english} where there is none. */
    String of(Enum<?> constant, String english);

    /** The name of a structure. */
    String of(Structure structure);

    /** A sentence of the rooms below, where its wording is known. */
    String said(String sentence);

    /** English: everything as it is. */
    DocumentTerms ENGLISH = new DocumentTerms() {
        @Override
        public String of(Enum<?> constant, String english) {
            return english;
        }

        @Override
        public String of(Structure structure) {
            return structure.name();
        }

        @Override
        public String said(String sentence) {
            return sentence;
        }
    };

    /** Finds the terms of a language. */
    @FunctionalInterface
    interface Source {
        /** The terms of {@code language}; English where there are none. */
        DocumentTerms in(Locale language);
    }
}

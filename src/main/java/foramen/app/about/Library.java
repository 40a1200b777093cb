package foramen.app.about;

import java.util.List;

/**
 * A library that is part of the program.
 *
 * @param coordinates group and artifact as the build names them, such as {@code org.slf4j:slf4j-api}
 * @param name what people call it
 * @param licence its licence as an SPDX expression
 * @param texts the names of the files with its text, see {@link LicenceTexts}
 * @param holder who holds the rights, as the library says it
 * @param source where its source is
 */
public record Library(String coordinates, String name, String licence, List<String> texts, String holder,
        String source) {
    /** Copies the texts. */
    public Library {
        texts = List.copyOf(texts);
    }

    /** Whether its licence asks that whoever has the program can put another build of the library in its place. */
    public boolean isReplaceable() {
        return licence.contains("LGPL") && !licence.contains(" OR ");
    }
}

package foramen.report.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The clinic as a document names it.
 *
 * @param name its name; empty for none
 * @param address its lines
 * @param language the language of documents; empty for that of the window
 * @param logo the picture file in the folder of templates
 * @param logoAlternative what the logo shows, in words
 */
record Clinic(String name, List<String> address, Optional<Locale> language, Optional<String> logo,
        String logoAlternative) {
    /** No clinic. */
    static final Clinic NONE = new Clinic("", List.of(), Optional.empty(), Optional.empty(), "");

    Clinic {
        address = List.copyOf(address);
    }
}

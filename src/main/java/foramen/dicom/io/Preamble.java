package foramen.dicom.io;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The 128 bytes before the DICM mark, which may make a file something else as well (CVE-2019-11687). */
final class Preamble {
    /** As many bytes as the longest mark below has. */
    static final int MARKS = 4;

    /** TIFF is left out: PS3.10 section 7.1 allows a file to be both. */
    private static final Map<String, String> DISGUISES = Map.of("MZ", "a Windows program", "\u007fELF", "a program",
            "#!", "a script", "%PDF", "a PDF document", "PK\u0003\u0004", "a ZIP archive", "<htm", "a web page", "<!DO",
            "a web page");

    private Preamble() {}

    /** What the first bytes of a file make it besides, as a warning. */
    static Optional<String> disguise(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        return DISGUISES.entrySet().stream().filter(d -> start.startsWith(d.getKey())).findFirst()
                .map(d -> "The preamble at byte 0 makes the file " + d.getValue()
                        + " as well; it was not looked at and is left out when the file is written.");
    }
}

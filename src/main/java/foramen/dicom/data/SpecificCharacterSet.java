package foramen.dicom.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the texts of a data set are encoded: Specific Character Set (0008,0005), DICOM PS3.3 C.12.1.1.2 and PS3.5
 * section 6.1. A text that its declared set cannot read is read as Windows-1252, and {@link Text#suspect} says so.
 */
public final class SpecificCharacterSet {
    /**
     * A decoded text.
     *
     * @param text the characters
     * @param suspect whether the declared character set did not fit the bytes
     */
    public record Text(String text, boolean suspect) {}

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(Map.entry("", "US-ASCII"),
            Map.entry("ISO_IR 6", "US-ASCII"), Map.entry("ISO_IR 100", "ISO-8859-1"),
            Map.entry("ISO_IR 101", "ISO-8859-2"), Map.entry("ISO_IR 109", "ISO-8859-3"),
            Map.entry("ISO_IR 110", "ISO-8859-4"), Map.entry("ISO_IR 126", "ISO-8859-7"),
            Map.entry("ISO_IR 127", "ISO-8859-6"), Map.entry("ISO_IR 138", "ISO-8859-8"),
            Map.entry("ISO_IR 144", "ISO-8859-5"), Map.entry("ISO_IR 148", "ISO-8859-9"),
            Map.entry("ISO_IR 203", "ISO-8859-15"), Map.entry("ISO_IR 166", "TIS-620"),
            Map.entry("ISO_IR 13", "JIS_X0201"), Map.entry("ISO_IR 192", "UTF-8"), Map.entry("GB18030", "GB18030"),
            Map.entry("GBK", "GBK"), Map.entry("ISO_IR 149", "EUC-KR"), Map.entry("ISO_IR 58", "GB2312"),
            Map.entry("ISO_IR 87", "US-ASCII"), Map.entry("ISO_IR 159", "US-ASCII"));

    /** The default repertoire. */
    public static final SpecificCharacterSet ASCII = of(List.of());
    /** What Foramen writes. */
    public static final SpecificCharacterSet UTF_8 = of(List.of("ISO_IR 192"));

    private final List<String> terms;
    private final Charset base;
    private final boolean known;
    private final boolean extended;

    private SpecificCharacterSet(List<String> terms) {
        this.terms = List.copyOf(terms);
        Optional<Charset> first = terms.isEmpty() ? Optional.of(StandardCharsets.US_ASCII) : charset(terms.getFirst());
        this.base = first.orElse(FALLBACK);
        this.known = first.isPresent();
        this.extended = terms.stream().anyMatch(t -> t.toUpperCase(Locale.ROOT).contains("2022"));
    }

    /** The character set that {@code terms}, the values of (0008,0005), declare. */
    public static SpecificCharacterSet of(List<String> terms) {
        return new SpecificCharacterSet(terms);
    }

    private static Optional<Charset> charset(String term) {
        String plain = term.strip().toUpperCase(Locale.ROOT).replace("ISO 2022 IR", "ISO_IR")
                .replace("ISO-IR", "ISO_IR")
                .replace("ISO IR", "ISO_IR").replace("ISO_2022_IR", "ISO_IR").replace("ISO_IR_", "ISO_IR ");
        String name = JAVA_NAMES.get(plain);
        return name != null && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    /** The values of (0008,0005). */
    public List<String> terms() {
        return terms;
    }

    /** Whether Foramen knows the first term; an unknown one is read as Windows-1252. */
    public boolean isKnown() {
        return known;
    }

    /** Encodes {@code text}; only for what Foramen writes, which is UTF-8. */
    public byte[] encode(String text) {
        return text.getBytes(base);
    }

    /** Decodes {@code bytes}, padding included. */
    public Text decode(byte[] bytes) {
        if (extended && contains(bytes, Iso2022.ESCAPE)) {
            return new Text(Iso2022.decode(bytes, base), false);
        }
        Optional<String> text = strictly(base, bytes);
        if (text.isPresent()) {
            return new Text(text.get(), false);
        }
        // Bytes beyond ASCII without a declared set are most often UTF-8 or Windows-1252 (fact sheet, section 8).
        Optional<String> utf8 = base.equals(StandardCharsets.US_ASCII)
                ? strictly(StandardCharsets.UTF_8, bytes)
                : Optional.empty();
        return new Text(utf8.orElseGet(() -> new String(bytes, FALLBACK)), true);
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return terms.isEmpty() ? "ISO_IR 6" : String.join("\\", terms);
    }
}

package foramen.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    static final Charset FALLBACK = Charset.forName("windows-1252");

    /** Sets that may not be extended, because their characters have bytes below 80H in them. */
    private static final Set<String> WHOLE = Set.of("GB18030", "GBK");

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
    /** The declared sets after the first. */
    private final List<Charset> others;

    private SpecificCharacterSet(List<String> terms) {
        this.terms = List.copyOf(terms);
        Optional<Charset> first = terms.isEmpty() ? Optional.of(StandardCharsets.US_ASCII) : charset(terms.getFirst());
        this.base = first.orElse(FALLBACK);
        this.known = first.isPresent();
        this.extended = terms.stream().anyMatch(t -> t.toUpperCase(Locale.ROOT).contains("2022"));
        this.others = terms.stream().skip(1).flatMap(t -> charset(t).stream()).toList();
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

    /**
     * Encodes {@code text} in the first declared set, without escapes.
     *
     * @throws IllegalArgumentException when it has no code for a character, which must not be lost in silence
     */
    public byte[] encode(String text) {
        if (base.equals(StandardCharsets.UTF_8)) {
            // It has a code for everything; half a surrogate pair is no character to be lost.
            return text.getBytes(base);
        }
        try {
            ByteBuffer bytes = base.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The character set " + this + " has no code for a character of \"" + text + "\"", e);
        }
    }

    /** Decodes {@code bytes} of an element that is neither a name nor a long text, padding included. */
    public Text decode(byte[] bytes) {
        return decode(bytes, Vr.LO);
    }

    /**
     * Decodes {@code bytes}, padding included.
     *
     * @param vr the representation, which says what brings the first set back: in names {@code ^} and {@code =} too
     */
    public Text decode(byte[] bytes, Vr vr) {
        if (contains(bytes, Iso2022.ESCAPE) && !WHOLE.contains(base.name())) {
            String delimiters = vr == Vr.PN ? "\\^=" : vr.isMultiValued() ? "\\" : "";
            Text text = Iso2022.decode(bytes, base, delimiters);
            return extended ? text : new Text(text.text(), true);
        }
        Optional<String> text = strictly(base, bytes);
        return text.map(t -> new Text(t, false)).orElseGet(() -> new Text(guess(bytes), true));
    }

    /**
     * Bytes beyond the first declared set: in the next one when a writer forgot its escape, in UTF-8 where nothing was
     * declared, else Windows-1252 (fact sheet, section 8).
     */
    private String guess(byte[] bytes) {
        List<Charset> candidates = new ArrayList<>(others);
        if (base.equals(StandardCharsets.US_ASCII)) {
            candidates.addFirst(StandardCharsets.UTF_8);
        }
        return candidates.stream().flatMap(c -> strictly(c, bytes).stream()).findFirst()
                .orElseGet(() -> new String(bytes, FALLBACK));
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    static Optional<String> strictly(Charset charset, byte[] bytes) {
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

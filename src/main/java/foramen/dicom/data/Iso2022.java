package foramen.dicom.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Texts that change their character set by escape sequences (ISO 2022; DICOM PS3.5 section 6.1.2.5). */
final class Iso2022 {
    static final byte ESCAPE = 0x1B;

    private enum Low {
        ASCII, JIS_X0208, JIS_X0212
    }

    private static final Map<String, String> HIGH = Map.ofEntries(Map.entry("-A", "ISO-8859-1"),
            Map.entry("-B", "ISO-8859-2"), Map.entry("-C", "ISO-8859-3"), Map.entry("-D", "ISO-8859-4"),
            Map.entry("-F", "ISO-8859-7"), Map.entry("-G", "ISO-8859-6"), Map.entry("-H", "ISO-8859-8"),
            Map.entry("-L", "ISO-8859-5"), Map.entry("-M", "ISO-8859-9"), Map.entry("-T", "TIS-620"),
            Map.entry("-b", "ISO-8859-15"), Map.entry(")I", "JIS_X0201"), Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));
    private static final Map<String, Low> LOW = Map.of("(B", Low.ASCII, "(J", Low.ASCII, "$B", Low.JIS_X0208, "$@",
            Low.JIS_X0208, "$(D", Low.JIS_X0212);
    /** The characters that bring the first set back in every text (PS3.5 section 6.1.2.5.3). */
    private static final String LINE_ENDS = "\r\n\f\t";
    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    private final Charset base;
    private final String delimiters;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private Low low = Low.ASCII;
    private Charset high;
    private Charset runCharset = StandardCharsets.US_ASCII;
    private boolean suspect;

    private Iso2022(Charset base, String delimiters) {
        this.base = base;
        this.high = base;
        this.delimiters = delimiters + LINE_ENDS;
    }

    /**
     * Decodes {@code bytes}.
     *
     * @param base the first declared set, which is in force until an escape and again after a delimiter
     * @param delimiters the characters that separate values or components in this text
     */
    static SpecificCharacterSet.Text decode(byte[] bytes, Charset base, String delimiters) {
        Iso2022 decoder = new Iso2022(base, delimiters);
        int i = 0;
        while (i < bytes.length) {
            i += decoder.step(bytes, i);
        }
        decoder.flush();
        return new SpecificCharacterSet.Text(decoder.out.toString(), decoder.suspect);
    }

    /** Takes in what starts at {@code i} and says how many bytes that was. */
    private int step(byte[] bytes, int i) {
        byte b = bytes[i];
        if (b == ESCAPE) {
            return escape(bytes, i);
        }
        if (b >= 0 && low != Low.ASCII && b > ' ' && i + 1 < bytes.length && bytes[i + 1] > ' ') {
            into(EUC_JP);
            if (low == Low.JIS_X0212) {
                run.write(0x8F);
            }
            run.write(b | 0x80);
            run.write(bytes[i + 1] | 0x80);
            return 2;
        }
        if (b >= 0) {
            into(StandardCharsets.US_ASCII);
            if (delimiters.indexOf(b) >= 0) {
                low = Low.ASCII;
                high = base;
            }
        } else {
            into(high);
        }
        run.write(b);
        return 1;
    }

    private int escape(byte[] bytes, int i) {
        for (int length = 3; length >= 2; length--) {
            if (i + length >= bytes.length) {
                continue;
            }
            String code = new String(bytes, i + 1, length, StandardCharsets.ISO_8859_1);
            Low nextLow = LOW.get(code);
            String nextHigh = HIGH.get(code);
            if (nextLow != null) {
                low = nextLow;
                return length + 1;
            }
            if (nextHigh != null) {
                high = Charset.isSupported(nextHigh) ? Charset.forName(nextHigh) : base;
                return length + 1;
            }
        }
        // An escape that names nothing is dropped; what follows is read as it stands.
        suspect = true;
        return 1;
    }

    private void into(Charset charset) {
        if (!charset.equals(runCharset)) {
            flush();
            runCharset = charset;
        }
    }

    private void flush() {
        byte[] bytes = run.toByteArray();
        run.reset();
        Optional<String> text = SpecificCharacterSet.strictly(runCharset, bytes);
        suspect |= text.isEmpty();
        out.append(text.orElseGet(() -> new String(bytes, runCharset.equals(StandardCharsets.US_ASCII)
                ? SpecificCharacterSet.FALLBACK
                : runCharset)));
    }
}

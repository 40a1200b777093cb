package foramen.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a deflated data set (PS3.5 annex A.5), with or without the zlib header that some writers add. */
final class Inflation {
    private static final int STEP = 64 << 10;

    private Inflation() {}

    static byte[] inflate(ByteSource source, long from, int most, Warnings warnings) throws IOException {
        byte[] packed = source.read(from, Math.min(source.size() - from, most));
        boolean zlib = packed.length > 2 && (packed[0] & 0x0F) == 8
                && ((packed[0] & 0xFF) << 8 | (packed[1] & 0xFF)) % 31 == 0;
        if (zlib) {
            byte[] plain = run(packed, false, most, from, new Warnings());
            if (plain.length > 0) {
                warnings.add("The deflated data set has a zlib header, which it should not have; it was skipped.");
                return plain;
            }
        }
        return run(packed, true, most, from, warnings);
    }

    private static byte[] run(byte[] packed, boolean raw, int most, long from, Warnings warnings)
            throws DicomException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(most, packed.length * 2 + STEP));
        byte[] step = new byte[STEP];
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int n = inflater.inflate(step);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    warnings.add("The deflated data set ends early; what came before was kept.");
                    break;
                }
                if (out.size() > most - n) {
                    throw new DicomException("The deflated data set grows beyond " + most + " bytes", from);
                }
                out.write(step, 0, n);
            }
        } catch (DataFormatException e) {
            warnings.add("The deflated data set is damaged at packed byte " + inflater.getBytesRead()
                    + "; what came before was kept.");
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}

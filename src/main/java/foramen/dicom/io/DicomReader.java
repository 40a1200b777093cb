package foramen.dicom.io;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads DICOM Part 10 files (PS3.10 section 7), and data sets without their preamble or file meta information.
 *
 * <p>Lenient: what is wrong is put right where that can be done safely, said in a warning, and everything good before
 * the damage is kept. Pixel data is located, not loaded. No length is believed before it is held against what is there.
 */
public final class DicomReader {
    private static final int PREAMBLE = 128;
    private static final int START = PREAMBLE + 4;

    private final DicomLimits limits;

    /** A reader with the usual limits. */
    public DicomReader() {
        this(DicomLimits.DEFAULT);
    }

    /** A reader with limits of its own. */
    public DicomReader(DicomLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads {@code file}, which stays open for its pixels until the result is closed.
     *
     * @throws NotDicomException when it is something else
     * @throws DicomException when it is beyond reading
     * @throws IOException when the file cannot be had
     */
    public DicomFile read(Path file) throws IOException {
        ByteSource source = new FileByteSource(file);
        boolean read = false;
        try {
            DicomFile result = read(source);
            read = true;
            return result;
        } finally {
            if (!read) {
                source.close();
            }
        }
    }

    /** Reads {@code source}, which the result then owns. */
    public DicomFile read(ByteSource source) throws IOException {
        Warnings warnings = new Warnings();
        Cursor in = new Cursor(source);
        DataSetParser parser = new DataSetParser(in, limits, warnings);
        in.seek(start(in, warnings));
        DataSet meta = parser.meta();
        String declared = meta.text(Tag.TRANSFER_SYNTAX_UID);
        long from = in.position();
        // What Foramen wrote is what it declares; a guess could only mistake odd data, carried over, for another coding.
        boolean ours = meta.text(Tag.IMPLEMENTATION_CLASS_UID).equals(Uid.IMPLEMENTATION_CLASS);
        Optional<Coding> seen = ours ? Optional.empty() : Coding.guess(in, from);
        if (declared.equals(TransferSyntax.DEFLATED.uid())) {
            if (seen.filter(Coding::explicit).isEmpty()) {
                return inflated(source, from, meta, warnings);
            }
            warnings.add("The data set at byte " + from + " is declared deflated but is not; it was read as it is.");
            declared = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
        }
        in.seek(from);
        Coding coding = coding(declared, seen, warnings);
        DataSet data = parser.dataSet(coding);
        String uid = declared.isEmpty() ? uidOf(coding, parser.pixels()) : declared;
        return new DicomFile(meta, data, uid, parser.pixels(), warnings.list(), source);
    }

    /** Whether a file that starts with {@code head} carries the mark of DICOM, with or without a preamble. */
    public static boolean isMarked(byte[] head) {
        try {
            Cursor in = new Cursor(new MemoryByteSource(head));
            return isMagic(in, PREAMBLE) || isMagic(in, 0);
        } catch (IOException e) {
            // Bytes in memory that end too early carry no mark.
            return false;
        }
    }

    /** Whether a file that starts with {@code head} looks like a data set without the mark. */
    public static boolean isBare(byte[] head) {
        try {
            Cursor in = new Cursor(new MemoryByteSource(head));
            return Coding.guess(in, 0).isPresent() || Coding.guess(in, START).isPresent();
        } catch (IOException e) {
            // Bytes in memory that end too early are no data set.
            return false;
        }
    }

    private DicomFile inflated(ByteSource source, long from, DataSet meta, Warnings warnings) throws IOException {
        ByteSource plain = Inflation.inflate(source, from, limits.inflatedBytes(), warnings);
        source.close();
        DataSetParser parser = new DataSetParser(new Cursor(plain), limits, warnings);
        DataSet data = parser.dataSet(Coding.EXPLICIT_LITTLE);
        return new DicomFile(meta, data, TransferSyntax.DEFLATED.uid(), parser.pixels(), warnings.list(), plain);
    }

    private static long start(Cursor in, Warnings warnings) throws IOException {
        if (isMagic(in, PREAMBLE)) {
            in.seek(0);
            Preamble.disguise(in.take(Preamble.MARKS)).ifPresent(warnings::add);
            return START;
        }
        if (isMagic(in, 0)) {
            warnings.add("The file has no preamble; the DICM mark stands at byte 0.");
            return 4;
        }
        for (long at : new long[]{0, START}) {
            if (Coding.guess(in, at).isPresent()) {
                warnings.add("The file lacks the DICM mark; it was read as a bare data set from byte " + at + ".");
                return at;
            }
        }
        throw new NotDicomException();
    }

    private static boolean isMagic(Cursor in, long at) throws IOException {
        if (in.size() < at + 4) {
            return false;
        }
        in.seek(at);
        return in.peek(0) == 'D' && in.peek(1) == 'I' && in.peek(2) == 'C' && in.peek(3) == 'M';
    }

    private static Coding coding(String declared, Optional<Coding> seen, Warnings warnings) {
        if (declared.isEmpty()) {
            Coding guessed = seen.orElse(Coding.IMPLICIT_LITTLE);
            warnings.add("The file does not say its transfer syntax; it looks like " + guessed.words() + ".");
            return guessed;
        }
        Optional<TransferSyntax> syntax = TransferSyntax.of(declared);
        // A syntax that nobody knows is, by PS3.5 section 10, explicit little endian with encapsulated pixels.
        Coding stated = syntax.map(Coding::of).orElse(Coding.EXPLICIT_LITTLE);
        if (seen.isPresent() && !seen.get().equals(stated)) {
            warnings.add("The file declares " + stated.words() + " but is " + seen.get().words() + "; it was read so.");
            return seen.get();
        }
        return stated;
    }

    private static String uidOf(Coding coding, Optional<PixelDataLocation> pixels) {
        if (pixels.isPresent() && pixels.get() instanceof PixelDataLocation.Encapsulated) {
            return "";
        }
        TransferSyntax syntax = coding.bigEndian()
                ? TransferSyntax.EXPLICIT_BIG_ENDIAN
                : coding.explicit() ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
        return syntax.uid();
    }
}

package foramen.dicom.pixel;

import foramen.dicom.data.Tag;
import foramen.dicom.data.Vr;
import foramen.dicom.io.ByteSource;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.PixelDataLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Frames in one uncompressed run; positions are {@code long}, for a run may be of 4 GiB (PS3.5 section 8.1.1). */
final class NativeIndex implements FrameIndex {
    private final ByteSource source;
    private final PixelDataLocation.Native location;
    private final long frameBits;
    private final boolean wordsSwapped;
    private final int frames;
    private final List<String> warnings;

    private NativeIndex(DicomFile file, PixelDataLocation.Native location, PixelFormat format, long frameBits,
            int frames, List<String> warnings) {
        this.source = file.source();
        this.location = location;
        this.frameBits = frameBits;
        // Big-endian words turn 16-bit samples round, and pairs of 8-bit samples too when they are stored as OW.
        this.wordsSwapped = location.bigEndian() && (format.bitsAllocated() == 16 || location.vr() == Vr.OW);
        this.frames = frames;
        this.warnings = List.copyOf(warnings);
    }

    static NativeIndex of(DicomFile file, PixelDataLocation.Native location, PixelFormat format)
            throws DicomException {
        if (location.tag() != Tag.PIXEL_DATA) {
            throw new DicomException("its pixels are floating-point numbers, which are not supported",
                    DicomException.NOWHERE);
        }
        refuseQuarterChroma(location.length(), format, file.data().integer(Tag.NUMBER_OF_FRAMES));
        List<String> warnings = new ArrayList<>();
        long bits = frameBits(location.length(), format, file.data().integer(Tag.NUMBER_OF_FRAMES));
        long there = location.length() * 8 / bits;
        boolean partial = location.length() * 8 - there * bits >= Math.min(bits / 2, 16 * 8L);
        OptionalInt stated = file.data().integer(Tag.NUMBER_OF_FRAMES);
        long frames = there;
        if (location.length() == 0) {
            throw new DicomException("its pixel data is empty", location.offset());
        }
        if (Math.max(1, stated.orElse(1)) > there && (partial || there == 0)) {
            frames = there + 1;
            warnings.add("Frame " + frames + " is cut short; what is missing is shown black.");
        }
        if (frames > MOST_FRAMES) {
            frames = MOST_FRAMES;
            warnings.add("Only the first " + MOST_FRAMES + " frames are shown.");
        }
        if (frames != stated.orElse(1)) {
            warnings.add(stated.isPresent()
                    ? "The file states " + stated.getAsInt() + " frames, but its pixel data holds " + frames + "."
                    : "The file does not state its number of frames; its pixel data holds " + frames + ".");
        }
        return new NativeIndex(file, location, format, bits, (int) frames, warnings);
    }

    /** YBR_FULL_422 and YBR_PARTIAL_422 keep two bytes for a pixel, unless the length shows that the label is wrong (fact sheet 1.2). */
    private static long frameBits(long length, PixelFormat format, OptionalInt stated) {
        long bits = format.frameBits();
        boolean half = format.isHalfChroma();
        boolean full = length * 8 >= bits * Math.max(1, stated.orElse(1));
        return half && !full ? bits / 3 * 2 : bits;
    }

    /** The standard gives no order of samples for chroma at half height that is not compressed. */
    private static void refuseQuarterChroma(long length, PixelFormat format, OptionalInt stated)
            throws DicomException {
        long full = format.frameBits() / 8 * Math.max(1, stated.orElse(1));
        if (format.photometric().endsWith("_420") && length < full) {
            throw new DicomException("colours stored as " + format.photometric()
                    + " without compression are not defined by the standard", DicomException.NOWHERE);
        }
    }

    /** Whether frames are of two bytes a pixel. */
    boolean isHalfChroma(PixelFormat format) {
        return frameBits < format.frameBits();
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public byte[] read(int index) throws IOException {
        long firstBit = index * frameBits;
        int length = Math.toIntExact((frameBits + 7) / 8);
        if (frameBits % 8 == 0) {
            return bytes(firstBit / 8, length);
        }
        // One-bit frames follow one another without a gap, so a frame may start inside a byte.
        byte[] raw = bytes(firstBit / 8, length + 1);
        int shift = (int) (firstBit % 8);
        byte[] frame = new byte[length];
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) (((raw[i] & 0xFF) | ((raw[i + 1] & 0xFF) << 8)) >> shift);
        }
        return frame;
    }

    @Override
    public byte[] start(int index, int most) throws IOException {
        return bytes(index * frameBits / 8, (int) Math.min(most, frameBits / 8));
    }

    /** Bytes of the run; those beyond its end are nought. */
    private byte[] bytes(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (!wordsSwapped) {
            int there = (int) Math.min(length, Math.max(0, location.length() - from));
            source.read(location.offset() + from, bytes, 0, there);
            return bytes;
        }
        long even = from & ~1L;
        int there = (int) Math.min(length + 2L, Math.max(0, location.length() - even));
        byte[] words = new byte[length + 3];
        source.read(location.offset() + even, words, 0, there);
        for (int i = 0; i < length; i++) {
            bytes[i] = words[(int) (from - even) + i ^ 1];
        }
        return bytes;
    }
}

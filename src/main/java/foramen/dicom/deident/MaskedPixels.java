package foramen.dicom.deident;

import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.FrameSpool;
import foramen.dicom.pixel.FrameDecoder;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.PixelFormat;
import foramen.dicom.pixel.StoredFrame;
import foramen.dicom.write.LosslessPixels;
import foramen.domain.clip.Frame;
import foramen.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The frames of a file with the mask really put in, stored again without loss: what is kept decodes to the same values.
 * All frames are stored anew, those without a mask too, for comments and user data of the old streams may name somebody.
 */
final class MaskedPixels {
    private static final int GREY = 1;

    private final FrameDecoder decoder;
    private final Optional<PixelMask> mask;
    private final PixelTrace trace;
    private final List<String> kept = new ArrayList<>();
    private int[] filling = new int[0];

    MaskedPixels(FrameDecoder decoder, Optional<PixelMask> mask) {
        this.decoder = decoder;
        this.mask = mask;
        this.trace = new PixelTrace(mask.orElse(null));
    }

    /** The hash of what is kept of each frame, as the source has it. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** The value of each sample of an overwritten pixel. */
    int[] filling() {
        return filling.clone();
    }

    /** Encodes all frames; see {@link LosslessPixels}. */
    FrameSpool encode(DataSetBuilder description, Progress progress) throws IOException {
        if (decoder instanceof PixelDecoder stored && !stored.isBestStoredAsShown()) {
            return samples(stored, description, progress);
        }
        filling = new int[3];
        return LosslessPixels.encodeShown(decoder, argb -> {
            step(progress);
            kept.add(trace.of(argb));
            mask.ifPresent(m -> blacken(argb, m));
        }, description);
    }

    /** About how many bytes all frames will have, from three of them. */
    long expectedBytes() throws IOException {
        int count = decoder.frames();
        TreeSet<Integer> sample = new TreeSet<>(List.of(0, count / 2, count - 1));
        long bytes = 0;
        for (int number : sample) {
            bytes += expectedBytes(number);
        }
        return bytes * count / sample.size();
    }

    private int expectedBytes(int number) throws IOException {
        if (decoder instanceof PixelDecoder stored && !stored.isBestStoredAsShown()) {
            StoredFrame frame = stored.samples(number).byPixel();
            filling = filling(stored, frame);
            mask.ifPresent(m -> overwrite(frame, m));
            return LosslessPixels.length(frame);
        }
        int[] argb = decoder.decode(number).argb().clone();
        mask.ifPresent(m -> blacken(argb, m));
        return LosslessPixels.length(new Frame(decoder.columns(), decoder.rows(), argb));
    }

    private FrameSpool samples(PixelDecoder stored, DataSetBuilder description, Progress progress)
            throws IOException {
        StoredFrame first = stored.samples(0);
        PixelFormat format = first.format();
        filling = filling(stored, first);
        return LosslessPixels.encode(stored, frame -> {
            step(progress);
            if (!frame.format().equals(format) || frame.colours() != first.colours()) {
                throw new MixedFrames();
            }
            kept.add(trace.of(frame));
            mask.ifPresent(m -> overwrite(frame, m));
        }, description);
    }

    /** Frames that the description of the first would not fit. */
    static final class MixedFrames extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void step(Progress progress) {
        progress.checkCancelled();
        progress.report((double) kept.size() / decoder.frames(),
                "Frame " + (kept.size() + 1) + " of " + decoder.frames());
    }

    private static int[] filling(PixelDecoder stored, StoredFrame first) throws IOException {
        if (first.format().samples() == GREY) {
            return new int[]{stored.darkest()};
        }
        int middle = 1 << (first.format().bitsStored() - 1);
        return switch (first.colours()) {
            case RGB -> new int[3];
            case YCC -> new int[]{0, middle, middle};
            case YCC_PARTIAL -> throw new DicomException("its colours over a part of the range cannot be stored again",
                    DicomException.NOWHERE);
        };
    }

    private static void blacken(int[] argb, PixelMask mask) {
        for (int i = 0; i < argb.length; i++) {
            if (mask.hides(i)) {
                argb[i] = 0xFF000000;
            }
        }
    }

    private void overwrite(StoredFrame frame, PixelMask mask) {
        PixelFormat f = frame.format();
        byte[] bytes = frame.bytes();
        int shift = f.highBit() - f.bitsStored() + 1;
        for (int i = 0; i < f.pixels(); i++) {
            for (int s = 0; s < filling.length && mask.hides(i); s++) {
                int word = (filling[s] & ((1 << f.bitsStored()) - 1)) << shift;
                int at = i * filling.length + s;
                if (f.bitsAllocated() == 16) {
                    bytes[2 * at] = (byte) word;
                    bytes[2 * at + 1] = (byte) (word >> 8);
                } else {
                    bytes[at] = (byte) word;
                }
            }
        }
    }
}

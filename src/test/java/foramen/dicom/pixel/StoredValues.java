package foramen.dicom.pixel;

import foramen.codec.FfmpegPictures;
import foramen.codec.ImageIoJpeg;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import java.io.IOException;
import java.nio.file.Path;

/** What the pixels of a file mean, whatever their packing: the samples of each pixel side by side, frame after frame. */
final class StoredValues {
    private StoredValues() {}

    static int[] of(Path path) throws IOException {
        try (DicomFile file = new DicomReader().read(path)) {
            return of(file);
        }
    }

    static int[] of(DicomFile file) throws IOException {
        PixelDecoder decoder = new PixelDecoder(file, new ImageIoJpeg(), new FfmpegPictures());
        int frame = decoder.format().pixels() * decoder.format().samples();
        int[] all = new int[frame * decoder.frames()];
        for (int f = 0; f < decoder.frames(); f++) {
            StoredFrame stored = decoder.samples(f);
            for (int i = 0; i < frame; i++) {
                all[f * frame + i] = stored.format().value(stored.format().pattern(stored.word(place(stored, i))));
            }
        }
        return all;
    }

    private static int place(StoredFrame frame, int i) {
        int samples = frame.format().samples();
        return switch (frame.order()) {
            case BY_PIXEL -> i;
            case BY_PLANE -> i % samples * frame.format().pixels() + i / samples;
            case HALF_CHROMA -> {
                int pixel = i / 3;
                yield (pixel >> 1) * 4 + (i % 3 == 0 ? pixel & 1 : 1 + i % 3);
            }
        };
    }

    /** The greatest difference; sets of different size differ by more than any. */
    static int difference(int[] a, int[] b) {
        if (a.length != b.length) {
            return Integer.MAX_VALUE;
        }
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}

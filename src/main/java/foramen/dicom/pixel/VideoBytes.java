package foramen.dicom.pixel;

import foramen.codec.VideoSource;
import foramen.dicom.io.ByteSource;
import foramen.dicom.io.PixelDataLocation;
import java.io.IOException;
import java.util.Arrays;

/**
 * The fragments of a film as one run of bytes, joined as they are read. Where one fragment ends means nothing, and the
 * Basic Offset Table is not looked at (PS3.5 A.4.6 to A.4.10 and annex A.4 on the fragmentable forms).
 */
final class VideoBytes implements VideoSource {
    private final ByteSource source;
    private final PixelDataLocation location;
    /** Where each fragment starts in the film, and one more for its end. */
    private final long[] starts;

    VideoBytes(ByteSource source, PixelDataLocation location) {
        this.source = source;
        this.location = location;
        this.starts = switch (location) {
            case PixelDataLocation.Native n -> new long[]{0, n.length()};
            case PixelDataLocation.Encapsulated e -> {
                long[] sums = new long[e.fragments() + 1];
                for (int i = 0; i < e.fragments(); i++) {
                    sums[i + 1] = sums[i] + e.length(i);
                }
                yield sums;
            }
        };
    }

    @Override
    public long size() {
        return starts[starts.length - 1];
    }

    @Override
    public int read(long position, byte[] target, int from, int length) throws IOException {
        if (position < 0 || position >= size()) {
            return -1;
        }
        int at = Arrays.binarySearch(starts, position);
        // Empty fragments share their start with the next one; the last of them is the one with bytes.
        int fragment = at < 0 ? -at - 2 : at;
        while (starts[fragment + 1] <= position) {
            fragment++;
        }
        int n = (int) Math.min(length, starts[fragment + 1] - position);
        source.read(offset(fragment) + position - starts[fragment], target, from, n);
        return n;
    }

    private long offset(int fragment) {
        return switch (location) {
            case PixelDataLocation.Native n -> n.offset();
            case PixelDataLocation.Encapsulated e -> e.offset(fragment);
        };
    }
}

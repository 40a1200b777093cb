package foramen.codec;

import java.time.Duration;

/**
 * How much a film may ask of its reader (engineering defaults).
 *
 * @param pixels of one picture; the highest level of HEVC that DICOM knows, 5.1, has 8,912,896 (H.265 table A.8)
 * @param pictures the most that are counted; what follows is left out
 * @param opening how long opening may take, in which all of the film is read once
 * @param picture how long one picture may take, from the key frame before it
 * @param ringBytes how much of the film's decoded pictures is kept for stepping back
 */
public record VideoLimits(int pixels, int pictures, Duration opening, Duration picture, long ringBytes) {
    /** For any film from outside. */
    public static final VideoLimits DEFAULT = new VideoLimits(1 << 24, 1_000_000, Duration.ofMinutes(3),
            Duration.ofSeconds(30), 96L << 20);
}

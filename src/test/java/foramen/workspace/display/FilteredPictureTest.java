package foramen.workspace.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import foramen.domain.clip.Frame;
import foramen.job.CurrentThreadJobRunner;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilteredPictureTest {
    private static Frame speckle() {
        Random random = new Random(3);
        int[] argb = new int[40 * 30];
        for (int i = 0; i < argb.length; i++) {
            int v = random.nextInt(256);
            argb[i] = 0xFF000000 | v << 16 | v << 8 | v;
        }
        argb[500] = 0xFFFF2010;
        return new Frame(40, 30, argb);
    }

    @ParameterizedTest
    @EnumSource
    void theFrameThatIsMeasuredStaysAsItIs(PictureFilter filter) {
        Frame stored = speckle();
        int[] before = stored.argb().clone();
        AtomicReference<Optional<Frame>> shown = new AtomicReference<>(Optional.empty());
        new FilteredPicture(new CurrentThreadJobRunner(), "filter").want(stored, filter, shown::set);
        assertArrayEquals(before, stored.argb());
        int[] seen = Objects.requireNonNull(shown.get()).orElseThrow().argb();
        assertEquals(filter == PictureFilter.NONE, Arrays.equals(before, seen));
    }

    @ParameterizedTest
    @EnumSource
    void colouredPixelsSuchAsDopplerStayAsTheyAre(PictureFilter filter) {
        assertEquals(0xFFFF2010, FilteredPicture.apply(speckle(), filter).argb()[500]);
    }

    @Test
    void filtersTakeSpeckleOff() {
        assertFalse(spread(FilteredPicture.apply(speckle(), PictureFilter.MEDIAN)) > spread(speckle()) / 2);
        assertFalse(spread(FilteredPicture.apply(speckle(), PictureFilter.SMOOTH)) > spread(speckle()) / 2);
    }

    private static double spread(Frame frame) {
        double mean = Arrays.stream(frame.argb()).map(p -> p & 0xFF).average().orElseThrow();
        return Arrays.stream(frame.argb()).mapToDouble(p -> Math.pow((p & 0xFF) - mean, 2)).average().orElseThrow();
    }
}

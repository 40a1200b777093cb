package foramen.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which packet makes the nth picture that is shown.
 *
 * <p>In every coding, what comes before a key picture in decoding order is also shown before whatever comes after it.
 * So pictures are put in order between one key and the next, and broken time stamps do no harm beyond that.
 */
final class PictureOrder {
    private final int[] packets;
    private final int[] numbers;

    private PictureOrder(int[] shown, int count) {
        this.packets = shown;
        this.numbers = new int[count];
        Arrays.fill(numbers, -1);
        for (int n = 0; n < shown.length; n++) {
            numbers[shown[n]] = n;
        }
    }

    /** By time stamps, else by what the packets say of their order; empty when only decoding can tell. */
    static Optional<PictureOrder> of(PacketIndex index, int codecId, boolean intraOnly, boolean parsed) {
        if (index.isStamped() && isDistinct(index)) {
            return Optional.of(byRuns(index, Comparator.comparingLong(index::stamp)));
        }
        if (intraOnly) {
            return Optional.of(byRuns(index, Comparator.naturalOrder()));
        }
        if (!parsed) {
            return Optional.empty();
        }
        return Optional.of(PacketParser.delaysReferences(codecId)
                ? byDelay(index)
                : byRuns(index, Comparator.comparingInt(index::output)));
    }

    /** In the order in which a decoder gave them out. */
    static PictureOrder given(int[] packets, int count) {
        return new PictureOrder(packets, count);
    }

    private static boolean isDistinct(PacketIndex index) {
        for (int from = 0; from < index.count();) {
            int to = index.keyAfter(from);
            long[] run = shown(index, from, to).mapToLong(index::stamp).sorted().toArray();
            for (int i = 1; i < run.length; i++) {
                if (run[i] == run[i - 1]) {
                    return false;
                }
            }
            from = to;
        }
        return true;
    }

    private static IntStream shown(PacketIndex index, int from, int to) {
        return IntStream.range(from, to).filter(p -> !index.isUnshown(p) && !index.isSecondField(p));
    }

    private static PictureOrder byRuns(PacketIndex index, Comparator<Integer> order) {
        IntStream.Builder all = IntStream.builder();
        for (int from = 0; from < index.count();) {
            int to = index.keyAfter(from);
            shown(index, from, to).boxed().sorted(order).forEach(all::add);
            from = to;
        }
        return new PictureOrder(all.build().toArray(), index.count());
    }

    private static PictureOrder byDelay(PacketIndex index) {
        IntStream.Builder all = IntStream.builder();
        int held = -1;
        for (int p : shown(index, 0, index.count()).toArray()) {
            if (index.isBidirectional(p)) {
                all.add(p);
            } else {
                if (held >= 0) {
                    all.add(held);
                }
                held = p;
            }
        }
        if (held >= 0) {
            all.add(held);
        }
        return new PictureOrder(all.build().toArray(), index.count());
    }

    /** The same without pictures that cannot be had. */
    PictureOrder without(IntPredicate lost) {
        return new PictureOrder(Arrays.stream(packets).filter(p -> !lost.test(p)).toArray(), numbers.length);
    }

    /** How many pictures are shown. */
    int pictures() {
        return packets.length;
    }

    /** The packet that starts picture {@code number}, from 0. */
    int packet(int number) {
        return packets[number];
    }

    /** The picture that {@code packet} makes, or -1 when it is not shown. */
    int number(int packet) {
        return numbers[packet];
    }
}

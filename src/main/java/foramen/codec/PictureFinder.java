package foramen.codec;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Finds the picture of a number: goes on from where the decoder stands, or starts at the key packet before. What was
 * predicted from a damaged picture is refused like that picture itself, up to the next key. For one thread at a time.
 */
final class PictureFinder {
    /** How far behind its own packet a picture may come out: the longest reordering of H.264 and HEVC, doubled. */
    private static final int SLACK = 32;
    /** Reading on over so many packets costs less than a seek (engineering default). */
    private static final int NEAR = 4;
    private static final int TRIES = 3;

    private final PacketIndex index;
    private final PictureOrder order;
    private final FilmDecoder decoder;
    private final PictureRing ring;
    private final BitSet failed = new BitSet();
    private final BitSet wrongKeys = new BitSet();
    /** The last picture that came out, in the order of showing. */
    private int last = -1;
    private int started;
    /** Whether the run's first picture came out; until then nothing says that it was a start at all. */
    private boolean startCame;
    private final BitSet damagedEarly = new BitSet();
    private int damagedFrom = Integer.MAX_VALUE;
    private int damagedTo;

    PictureFinder(PacketIndex index, PictureOrder order, FilmDecoder decoder, PictureRing ring) {
        this.index = index;
        this.order = order;
        this.decoder = decoder;
        this.ring = ring;
    }

    /** The decoded picture, which the caller frees; empty when it is damaged. */
    Optional<AVFrame> find(int number) throws IOException {
        Optional<AVFrame> kept = ring.get(number);
        if (kept.isPresent() || failed.get(number)) {
            return kept;
        }
        int start = startFor(number);
        if (canGoOn(number, start)) {
            Optional<AVFrame> found = run(number);
            if (found.isPresent() || failed.get(number)) {
                return found;
            }
        }
        for (int tries = 0; tries < TRIES;) {
            restart(start);
            Optional<AVFrame> found = run(number);
            if (found.isPresent() || failed.get(number)) {
                return found;
            }
            if (start == 0) {
                break;
            }
            if (startCame) {
                tries++;
            } else {
                // It said that it is a key but no picture came of it alone, as where a film is refreshed bit by bit.
                wrongKeys.set(start);
            }
            start = keyBefore(start - 1);
        }
        failed.set(number);
        return Optional.empty();
    }

    /** How many pictures at the end of the film are damaged, without a good one behind them. */
    int damagedAtEnd() throws IOException {
        int damaged = 0;
        while (damaged < order.pictures()) {
            Optional<AVFrame> found = find(order.pictures() - 1 - damaged);
            if (found.isPresent()) {
                avutil.av_frame_free(found.get());
                break;
            }
            damaged++;
        }
        return damaged;
    }

    private boolean canGoOn(int number, int start) {
        int position = decoder.position();
        return position >= 0 && number > last && started <= start + NEAR && start - position <= NEAR;
    }

    /** Where decoding must start to have picture {@code number}: a leading picture needs the run before its key too. */
    private int startFor(int number) {
        int packet = order.packet(number);
        int key = keyBefore(packet);
        int shown = order.number(key);
        boolean leading = packet != key && shown > number;
        return leading && key > 0 ? keyBefore(key - 1) : key;
    }

    private int keyBefore(int packet) {
        int key = index.keyBefore(packet);
        while (key > 0 && wrongKeys.get(key)) {
            key = index.keyBefore(key - 1);
        }
        return key;
    }

    private void restart(int key) throws IOException {
        decoder.lose();
        decoder.start(key);
        started = key;
        startCame = key == 0;
        damagedEarly.clear();
        last = -1;
        damagedFrom = Integer.MAX_VALUE;
    }

    private Optional<AVFrame> run(int number) throws IOException {
        int packet = order.packet(number);
        int most = packet + SLACK;
        while (decoder.position() <= most && decoder.decode(this::damage)) {
            if (decoder.packet() == started) {
                if (started > 0 && !decoder.isIntra()) {
                    decoder.lose();
                    return Optional.empty();
                }
                startCame = true;
                damagedEarly.stream().forEach(this::damage);
            }
            if (take() == number) {
                return ring.get(number);
            }
            if (failed.get(number)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Files the picture that came out last; its number, or -1 when it is not shown or not whole. */
    private int take() {
        int packet = decoder.packet();
        int number = packet < 0 ? -1 : order.number(packet);
        if (packet > 0 && number < 0 && index.isSecondField(packet)) {
            number = order.number(packet - 1);
        }
        if (number < 0 || isBeforeStart(number) || !startCame) {
            return -1;
        }
        last = Math.max(last, number);
        if (decoder.isFlawed()) {
            damage(packet);
        }
        if (isDamaged(packet, number)) {
            failed.set(number);
            return -1;
        }
        ring.add(number, decoder.frame());
        return number;
    }

    /** Whether the picture leads in the key where this run started, and so lacks what it was predicted from. */
    private boolean isBeforeStart(int number) {
        return started > 0 && number >= 0 && number < order.number(started);
    }

    private void damage(int packet) {
        if (isBeforeStart(order.number(packet))) {
            return;
        }
        if (!startCame) {
            damagedEarly.set(packet);
            return;
        }
        failOf(packet);
        boolean unreferenced = index.isBidirectional(packet) && PacketParser.delaysReferences(decoder.codecId());
        if (unreferenced || index.isDisposable(packet)) {
            return;
        }
        if (damagedFrom == Integer.MAX_VALUE || packet >= damagedTo) {
            damagedFrom = packet;
        } else {
            damagedFrom = Math.min(damagedFrom, packet);
        }
        damagedTo = index.keyAfter(packet);
    }

    private void failOf(int packet) {
        int number = order.number(packet);
        if (number >= 0) {
            failed.set(number);
        }
    }

    private boolean isDamaged(int packet, int number) {
        if (failed.get(number)) {
            return true;
        }
        if (packet >= damagedFrom && packet < damagedTo) {
            return true;
        }
        // Pictures that lead in the next key were predicted from the run before it.
        return damagedFrom != Integer.MAX_VALUE && damagedTo < index.count() && packet > damagedTo
                && packet < index.keyAfter(damagedTo) && number < order.number(damagedTo);
    }
}

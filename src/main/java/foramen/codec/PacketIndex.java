package foramen.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Every packet of a film in decoding order, found by reading it once; some forty bytes for each. */
final class PacketIndex {
    private static final int KEY = 1;
    private static final int UNSHOWN = 2;
    private static final int CORRUPT = 4;
    private static final int DISPOSABLE = 8;
    private static final int BIDIRECTIONAL = 16;
    private static final int TOP = 32;
    private static final int BOTTOM = 64;

    private long[] stamps = new long[256];
    private long[] decodeStamps = new long[256];
    private long[] offsets = new long[256];
    private long[] prints = new long[256];
    private int[] outputs = new int[256];
    private byte[] flags = new byte[256];
    private int count;
    private boolean full;
    private boolean stamped = true;

    private PacketIndex() {}

    /** Reads the film to its end. */
    static PacketIndex read(Demuxer demuxer, int most) throws IOException {
        PacketIndex index = new PacketIndex();
        int codec = demuxer.coding().codec_id();
        boolean parse = demuxer.hasStartCodes() && PacketParser.knows(codec);
        AVPacket packet = avcodec.av_packet_alloc();
        try (PacketParser parser = parse ? PacketParser.of(demuxer.coding()) : null) {
            long sum = 0;
            while (demuxer.next(packet)) {
                if (index.count == most) {
                    index.full = true;
                    break;
                }
                if (parser != null) {
                    parser.look(packet);
                }
                index.add(packet, demuxer.isBare() ? sum : packet.pos(), parser);
                sum += packet.size();
                avcodec.av_packet_unref(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        return index;
    }

    private void add(AVPacket packet, long offset, @Nullable PacketParser parser) {
        if (count == flags.length) {
            grow();
        }
        stamps[count] = packet.pts();
        decodeStamps[count] = packet.dts();
        offsets[count] = offset;
        prints[count] = print(packet);
        flags[count] = flags(packet, parser);
        outputs[count] = parser == null ? 0 : parser.outputNumber();
        stamped &= packet.pts() != avutil.AV_NOPTS_VALUE;
        count++;
    }

    private void grow() {
        int length = count * 2;
        stamps = Arrays.copyOf(stamps, length);
        decodeStamps = Arrays.copyOf(decodeStamps, length);
        offsets = Arrays.copyOf(offsets, length);
        prints = Arrays.copyOf(prints, length);
        outputs = Arrays.copyOf(outputs, length);
        flags = Arrays.copyOf(flags, length);
    }

    private static byte flags(AVPacket packet, @Nullable PacketParser parser) {
        int stated = packet.flags();
        int f = (stated & avcodec.AV_PKT_FLAG_KEY) != 0 ? KEY : 0;
        f |= (stated & avcodec.AV_PKT_FLAG_DISCARD) != 0 ? UNSHOWN : 0;
        f |= (stated & avcodec.AV_PKT_FLAG_CORRUPT) != 0 ? CORRUPT : 0;
        f |= (stated & avcodec.AV_PKT_FLAG_DISPOSABLE) != 0 ? DISPOSABLE : 0;
        if (parser != null) {
            f |= parser.isBidirectional() ? BIDIRECTIONAL : 0;
            f |= parser.field() == 1 ? TOP : parser.field() == 2 ? BOTTOM : 0;
        }
        return (byte) f;
    }

    /** A packet's length and check sum, by which it is known again. */
    static long print(AVPacket packet) {
        CRC32 crc = new CRC32();
        crc.update(packet.data().capacity(packet.size()).asByteBuffer());
        return (long) packet.size() << 32 | crc.getValue();
    }

    int count() {
        return count;
    }

    /** Whether the film has more packets than are counted. */
    boolean isFull() {
        return full;
    }

    /** Whether every packet says when its picture is shown. */
    boolean isStamped() {
        return stamped;
    }

    /** When the picture is shown, in ticks. */
    long stamp(int packet) {
        return stamps[packet];
    }

    /** When the picture is decoded, in ticks. */
    long decodeStamp(int packet) {
        return decodeStamps[packet];
    }

    /** Where the packet lies, or -1. */
    long offset(int packet) {
        return offsets[packet];
    }

    long print(int packet) {
        return prints[packet];
    }

    /** The place in output as the stream itself has it. */
    int output(int packet) {
        return outputs[packet];
    }

    boolean isKey(int packet) {
        return (flags[packet] & KEY) != 0;
    }

    /** Whether an edit list leaves the picture out. */
    boolean isUnshown(int packet) {
        return (flags[packet] & UNSHOWN) != 0;
    }

    boolean isCorrupt(int packet) {
        return (flags[packet] & CORRUPT) != 0;
    }

    /** Whether no other picture is predicted from this one. */
    boolean isDisposable(int packet) {
        return (flags[packet] & DISPOSABLE) != 0;
    }

    boolean isBidirectional(int packet) {
        return (flags[packet] & BIDIRECTIONAL) != 0;
    }

    /** Whether the packet is the second field of the picture that the packet before it starts. */
    boolean isSecondField(int packet) {
        int here = flags[packet] & (TOP | BOTTOM);
        if (packet == 0 || here == 0) {
            return false;
        }
        int before = flags[packet - 1] & (TOP | BOTTOM);
        return before != 0 && before != here && !isSecondField(packet - 1);
    }

    /** The last key packet at or before {@code packet}; the first packet where there is none. */
    int keyBefore(int packet) {
        int k = packet;
        while (k > 0 && !isKey(k)) {
            k--;
        }
        return k;
    }

    /** The first key packet behind {@code packet}, or the count. */
    int keyAfter(int packet) {
        int k = packet + 1;
        while (k < count && !isKey(k)) {
            k++;
        }
        return k;
    }
}

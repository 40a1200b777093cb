package foramen.codec;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Decodes a film onwards from a key packet. Each picture comes with the number of the packet that started it, which
 * travels through the decoder in place of its time stamp: no clock is asked which picture this is.
 */
final class FilmDecoder implements AutoCloseable {
    private static final int AGAIN = -11;
    /** Decoders count the edges that they draw around a picture. */
    private static final int MARGIN = 256;
    /** A decoder that refuses so often in a row will not say anything else. */
    private static final int MOST_REFUSALS = 64;

    private final Demuxer demuxer;
    private final PacketIndex index;
    private final AVCodecContext context;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    /** The packet to be sent next; -1 when the position is unknown. */
    private int next = -1;
    /** Whether the packet to be sent next has been read already. */
    private boolean read;
    private boolean ended;

    private FilmDecoder(Demuxer demuxer, PacketIndex index, AVCodecContext context) {
        this.demuxer = demuxer;
        this.index = index;
        this.context = context;
    }

    static FilmDecoder of(Demuxer demuxer, PacketIndex index, int mostPixels) throws CodecException {
        AVCodecParameters coding = demuxer.coding();
        AVCodec codec = avcodec.avcodec_find_decoder(coding.codec_id());
        if (codec == null || codec.isNull()) {
            throw new CodecException("this FFmpeg cannot decode " + name(coding));
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        boolean opened = false;
        try {
            avcodec.avcodec_parameters_to_context(context, coding);
            long declared = ((long) coding.width() + MARGIN) * ((long) coding.height() + MARGIN);
            if ((long) coding.width() * coding.height() > mostPixels) {
                throw new CodecException("its picture of " + coding.width() + " × " + coding.height()
                        + " pixels is too large");
            }
            context.max_pixels(coding.width() > 0 && coding.height() > 0 ? declared : mostPixels);
            // Exactly the part of the coded picture that is meant to be seen, wherever it starts.
            context.apply_cropping(1);
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_UNALIGNED);
            // With several threads a picture may come out before its decoding has ended, and so before its damage is known.
            context.thread_count(1);
            if (avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
                throw new CodecException("its " + name(coding) + " film cannot be decoded");
            }
            opened = true;
            return new FilmDecoder(demuxer, index, context);
        } finally {
            if (!opened) {
                avcodec.avcodec_free_context(context);
            }
        }
    }

    private static String name(AVCodecParameters coding) {
        return avcodec.avcodec_get_name(coding.codec_id()).getString();
    }

    /** The packet that is sent next, or -1 when a start is needed. */
    int position() {
        return ended ? -1 : next;
    }

    /** Forgets where it stands; a start is needed. */
    void lose() {
        next = -1;
    }

    /** Goes to key packet {@code key}, ready to decode from there. */
    void start(int key) throws IOException {
        avcodec.avcodec_flush_buffers(context);
        avcodec.av_packet_unref(packet);
        next = -1;
        read = false;
        ended = false;
        if (!reach(key, key) && !reach(index.keyBefore(Math.max(0, key - 1)), key) && !reach(0, key)) {
            throw new CodecException("its film cannot be read from picture to picture");
        }
        next = key;
        read = true;
    }

    /** Seeks to {@code from} and reads on to {@code key}. */
    private boolean reach(int from, int key) throws IOException {
        boolean shown = demuxer.seeksByPresentation() || index.decodeStamp(from) == avutil.AV_NOPTS_VALUE;
        long stamp = shown ? index.stamp(from) : index.decodeStamp(from);
        if (!demuxer.seek(from == 0 && index.offset(0) < 0 ? 0 : index.offset(from), stamp)) {
            return false;
        }
        // Seeking may land somewhat before; a packet is known by its content and its place.
        long most = from == 0 ? index.count() : 2L * (key - from) + 1024;
        for (long i = 0; i < most && demuxer.next(packet); i++) {
            if (isPacket(key)) {
                return true;
            }
            avcodec.av_packet_unref(packet);
            if (demuxer.isBare() && from == key) {
                return false;
            }
        }
        avcodec.av_packet_unref(packet);
        return false;
    }

    private boolean isPacket(int number) {
        if (PacketIndex.print(packet) != index.print(number)) {
            return false;
        }
        if (demuxer.isBare()) {
            return true;
        }
        return demuxer.isStreamed()
                ? packet.pos() == index.offset(number)
                : isMoment(packet.pts(), index.stamp(number)) && isMoment(packet.dts(), index.decodeStamp(number));
    }

    /** Behind a seek some readers have not yet worked out both time stamps. */
    private static boolean isMoment(long now, long known) {
        return now == known || now == avutil.AV_NOPTS_VALUE || known == avutil.AV_NOPTS_VALUE;
    }

    /**
     * Decodes the next picture.
     *
     * @param damaged is told the number of each packet that cannot be decoded
     * @return whether there is one, in {@link #frame}; false at the end of the film
     */
    boolean decode(IntConsumer damaged) throws IOException {
        int refusals = 0;
        while (refusals < MOST_REFUSALS) {
            demuxer.check();
            int code = avcodec.avcodec_receive_frame(context, frame);
            if (code == 0) {
                return true;
            }
            if (code == avutil.AVERROR_EOF() || (ended && code == AGAIN)) {
                return false;
            }
            if (code == AGAIN) {
                send(damaged);
                refusals = 0;
            } else {
                damaged.accept(Math.max(0, next - 1));
                refusals++;
            }
        }
        ended = true;
        return false;
    }

    private void send(IntConsumer damaged) throws IOException {
        if (next >= index.count() || (!read && !demuxer.next(packet))) {
            ended = true;
            avcodec.avcodec_send_packet(context, null);
            return;
        }
        if (!read && PacketIndex.print(packet) != index.print(next)) {
            avcodec.av_packet_unref(packet);
            next = -1;
            throw new CodecException("its film changed while it was read");
        }
        read = false;
        int number = next++;
        if (index.isCorrupt(number)) {
            damaged.accept(number);
        }
        packet.pts(number);
        packet.dts(number);
        int code = avcodec.avcodec_send_packet(context, packet);
        avcodec.av_packet_unref(packet);
        if (code < 0 && code != AGAIN) {
            damaged.accept(number);
        }
    }

    /** The picture decoded last, good until the next one is. */
    AVFrame frame() {
        return frame;
    }

    /** The packet that started the picture decoded last. */
    int packet() {
        long number = frame.pts();
        return number >= 0 && number < index.count() ? (int) number : -1;
    }

    /** Whether the decoder itself found the picture wanting. */
    boolean isFlawed() {
        return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    }

    /** Whether the picture stands for itself, predicted from no other. */
    boolean isIntra() {
        int type = frame.pict_type();
        return type == avutil.AV_PICTURE_TYPE_I || type == avutil.AV_PICTURE_TYPE_NONE
                || type == avutil.AV_PICTURE_TYPE_SI || type == avutil.AV_PICTURE_TYPE_BI;
    }

    int codecId() {
        return context.codec_id();
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
    }
}

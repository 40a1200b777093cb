package foramen.codec;

import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** The packets of a film's pictures, in the order in which they are decoded. For one thread at a time. */
final class Demuxer implements AutoCloseable {
    /** Containers and bare streams that are films; none of them leads to other files or addresses. */
    private static final String FORMATS = "mov,avi,matroska,mpegts,mpeg,mpegvideo,h264,hevc,m4v,asf";
    private static final String CODECS = "h264,hevc,mpeg1video,mpeg2video,mpeg4,mjpeg,rawvideo,ffv1,huffyuv,ffvhuff,"
            + "utvideo,msvideo1,msrle,cinepak,png,msmpeg4v1,msmpeg4v2,msmpeg4,wmv1,wmv2,wmv3,vc1,h263,flv,vp8,vp9,"
            + "prores,dnxhd,dvvideo,jpeg2000,qtrle,rpza,svq1,svq3,indeo3,indeo5,v210,yuv4,r210";
    private static final Set<String> BARE = Set.of("mpegvideo", "h264", "hevc", "m4v");
    private static final Set<String> STREAMED = Set.of("mpegts", "mpeg");
    private static final int BUFFER = 1 << 16;
    private static final int AGAIN = -11;
    private static final int MOST_TRIES = 1000;

    private final ByteFeed feed;
    private final AVIOContext io;
    private final AVFormatContext context;
    private final AVStream stream;
    private final String format;
    private boolean brokenOff;

    private Demuxer(ByteFeed feed, AVIOContext io, AVFormatContext context, AVStream stream) {
        this.feed = feed;
        this.io = io;
        this.context = context;
        this.stream = stream;
        this.format = context.iformat().name().getString();
    }

    /**
     * Opens the film that {@code feed} brings.
     *
     * @throws CodecException when it is none, or one that cannot be decoded
     */
    static Demuxer open(ByteFeed feed) throws IOException {
        BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER));
        AVIOContext io = avformat.avio_alloc_context(buffer, BUFFER, 0, feed.handle(), feed.reader(), null,
                feed.seeker());
        AVFormatContext context = avformat.avformat_alloc_context();
        boolean opened = false;
        try {
            context.pb(io);
            context.interrupt_callback().callback(feed.interrupter());
            context.interrupt_callback().opaque(feed.handle());
            open(context, feed);
            int found = avformat.avformat_find_stream_info(context, (AVDictionary) null);
            feed.check();
            int best = found < 0
                    ? found
                    : avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            if (best < 0) {
                throw new CodecException("it holds no moving picture");
            }
            for (int i = 0; i < context.nb_streams(); i++) {
                context.streams(i).discard(i == best ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
            }
            Demuxer demuxer = new Demuxer(feed, io, context, context.streams(best));
            opened = true;
            return demuxer;
        } finally {
            if (!opened) {
                free(context, io);
            }
        }
    }

    private static void open(AVFormatContext context, ByteFeed feed) throws IOException {
        AVDictionary options = new AVDictionary((Pointer) null);
        try {
            avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
            avutil.av_dict_set(options, "codec_whitelist", CODECS, 0);
            avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
            int code = avformat.avformat_open_input(context, (String) null, null, options);
            feed.check();
            if (code < 0) {
                throw new CodecException("it is no film that can be read");
            }
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private static void free(AVFormatContext context, AVIOContext io) {
        // A failed opening has freed the context already and cleared the pointer; the input stays the caller's.
        if (!context.isNull()) {
            avformat.avformat_close_input(context);
        }
        avutil.av_free(io.buffer());
        avformat.avio_context_free(io);
    }

    /** Reads the next packet of the pictures into {@code packet}, which is empty; false at the end. */
    boolean next(AVPacket packet) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int code = avformat.av_read_frame(context, packet);
            feed.check();
            if (code == AGAIN) {
                continue;
            }
            if (code < 0) {
                brokenOff |= code != avutil.AVERROR_EOF();
                return false;
            }
            if (packet.stream_index() == stream.index() && packet.size() > 0) {
                return true;
            }
            avcodec.av_packet_unref(packet);
            tries = 0;
        }
        brokenOff = true;
        return false;
    }

    /** Goes back to where {@code byteOffset} or the time stamp lies, as suits the container; false when it cannot. */
    boolean seek(long byteOffset, long stamp) throws IOException {
        boolean bytes = isBare() || isStreamed();
        if (bytes ? byteOffset < 0 : stamp == avutil.AV_NOPTS_VALUE) {
            return false;
        }
        int code = bytes
                ? avformat.av_seek_frame(context, stream.index(), byteOffset, avformat.AVSEEK_FLAG_BYTE)
                : avformat.av_seek_frame(context, stream.index(), stamp, avformat.AVSEEK_FLAG_BACKWARD);
        feed.check();
        return code >= 0;
    }

    /** Whether the film is nothing but its pictures' packets, one after the other. */
    boolean isBare() {
        return BARE.contains(format);
    }

    /** Whether the film is cut into a transport's packets, with no index of its own. */
    boolean isStreamed() {
        return STREAMED.contains(format);
    }

    /** Whether packets carry start codes, as opposed to lengths that only the container explains. */
    boolean hasStartCodes() {
        return isBare() || isStreamed() || format.equals("avi");
    }

    /** Whether time stamps for seeking count presentation, not decoding. */
    boolean seeksByPresentation() {
        return (context.iformat().flags() & avformat.AVFMT_SEEK_TO_PTS) != 0;
    }

    /** Whether reading ended in an error rather than at the end. */
    boolean brokenOff() {
        return brokenOff;
    }

    /** How many pictures the container says it has; 0 when it does not say. */
    long statedPictures() {
        return isBare() || isStreamed() ? 0 : stream.nb_frames();
    }

    /** How the pictures are coded. */
    AVCodecParameters coding() {
        return stream.codecpar();
    }

    /** Milliseconds of one tick of the time stamps. */
    double tickMillis() {
        return 1000 * avutil.av_q2d(stream.time_base());
    }

    /** The rate in pictures a second as the film states it; 0 when it does not. */
    double statedRate() {
        var rate = isBare() ? stream.codecpar().framerate() : avformat.av_guess_frame_rate(context, stream, null);
        return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : 0;
    }

    /** Width of a pixel by its height; 1 where the film does not say. */
    double pixelAspect() {
        var ratio = avformat.av_guess_sample_aspect_ratio(context, stream, null);
        return ratio.num() > 0 && ratio.den() > 0 ? avutil.av_q2d(ratio) : 1;
    }

    /** By how many degrees anticlockwise the film asks to be turned, 0 to 359. */
    int rotation() {
        AVCodecParameters c = stream.codecpar();
        for (int i = 0; i < c.nb_coded_side_data(); i++) {
            var data = c.coded_side_data().getPointer(i);
            if (data.type() == avcodec.AV_PKT_DATA_DISPLAYMATRIX && data.size() >= 36) {
                int[] matrix = new int[9];
                data.data().capacity(36).asByteBuffer().order(java.nio.ByteOrder.nativeOrder()).asIntBuffer()
                        .get(matrix);
                double angle = avutil.av_display_rotation_get(matrix);
                return Double.isFinite(angle) ? Math.floorMod(Math.round(angle), 360) : 0;
            }
        }
        return 0;
    }

    /** Throws what went wrong meanwhile: time that is up, bytes that cannot be had. */
    void check() throws IOException {
        feed.check();
    }

    @Override
    public void close() {
        free(context, io);
    }
}

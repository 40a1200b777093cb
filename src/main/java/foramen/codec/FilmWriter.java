package foramen.codec;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Writes a film picture by picture, each shown from its own time on: H.264 in MP4 (OpenH264, through FFmpeg), or GIF.
 *
 * <p>For one thread at a time. {@link #finish} makes the file complete; closed before that, the file is of no use.
 */
public final class FilmWriter implements AutoCloseable {
    private static final int AGAIN = -11;
    /** A key picture at least so often, so that a player finds its place soon (engineering default). */
    private static final int MOST_BETWEEN_KEYS = 60;

    private final FilmPaper paper;
    private final AVFormatContext file;
    private final AVCodecContext coder;
    private final AVStream stream;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final int ticksPerSecond;
    private boolean waiting;
    private long waitingSince;
    private boolean closed;

    private FilmWriter(FilmPaper paper, AVFormatContext file, AVCodecContext coder, AVStream stream,
            int ticksPerSecond) {
        this.paper = paper;
        this.file = file;
        this.coder = coder;
        this.stream = stream;
        this.ticksPerSecond = ticksPerSecond;
    }

    /**
     * Begins an MP4 file with H.264 of constant quality, in BT.709 and limited range, which every player assumes.
     *
     * @param columns width of the pictures; an odd one gets a black column on the right, as 4:2:0 needs
     * @param rows height of the pictures; likewise beneath
     * @param rate mean rate in frames a second, for players that ask; the times given with the pictures hold
     * @param comment kept in the file beside the pictures
     * @throws CodecException where the encoder cannot be had or will not take such pictures
     */
    public static FilmWriter mp4(Path file, int columns, int rows, double rate, String comment)
            throws CodecException {
        load();
        return open(file, new FilmPaper.Yuv(columns, rows), "mp4", "libopenh264", 90_000, rate, comment);
    }

    /**
     * Begins an animated GIF, repeated for ever, whose times are whole hundredths of a second.
     *
     * @param palette the colours it may use
     * @throws CodecException where the encoder cannot be had or will not take such pictures
     */
    public static FilmWriter gif(Path file, int columns, int rows, double rate, ColourPalette palette)
            throws CodecException {
        load();
        return open(file, new FilmPaper.Indexed(columns, rows, palette), "gif", "gif", 100, rate, "");
    }

    /** Before anything native is touched, so that it is unpacked into the user's own folder. */
    private static void load() throws CodecException {
        new FfmpegLibrary(NativeFolder.ofThisProcess().path()).loadFilms();
    }

    private static FilmWriter open(Path path, FilmPaper paper, String container, String coding, int ticks,
            double rate, String comment) throws CodecException {
        FilmWriter writer = null;
        AVFormatContext file = null;
        AVCodecContext coder = null;
        try {
            file = new AVFormatContext(null);
            check(avformat.avformat_alloc_output_context2(file, null, container, path.toString()), "begun");
            if (!comment.isEmpty()) {
                AVDictionary said = new AVDictionary(null);
                check(avutil.av_dict_set(said, "comment", comment, 0), "begun");
                file.metadata(said);
            }
            coder = coder(paper, coding, ticks, rate);
            if ((file.oformat().flags() & avformat.AVFMT_GLOBALHEADER) != 0) {
                coder.flags(coder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            openCoder(coder, coding);
            AVStream stream = avformat.avformat_new_stream(file, null);
            check(avcodec.avcodec_parameters_from_context(stream.codecpar(), coder), "described");
            stream.time_base(coder.time_base());
            stream.avg_frame_rate(coder.framerate());
            writer = new FilmWriter(paper, file, coder, stream, ticks);
            writer.begin(path, container);
            return writer;
        } finally {
            if (writer == null) {
                if (coder != null) {
                    avcodec.avcodec_free_context(coder);
                }
                if (file != null) {
                    avformat.avformat_free_context(file);
                }
                paper.close();
            }
        }
    }

    private static AVCodecContext coder(FilmPaper paper, String coding, int ticks, double rate)
            throws CodecException {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(coding);
        if (codec == null || codec.isNull()) {
            throw new CodecException("this FFmpeg cannot write " + coding);
        }
        AVCodecContext coder = avcodec.avcodec_alloc_context3(codec);
        coder.width(paper.columns());
        coder.height(paper.rows());
        coder.pix_fmt(paper.pixelFormat());
        coder.time_base(rational(1, ticks));
        coder.framerate(rational((int) Math.round(rate * 1000), 1000));
        coder.sample_aspect_ratio(rational(1, 1));
        coder.gop_size(MOST_BETWEEN_KEYS);
        coder.thread_count(Math.min(4, Runtime.getRuntime().availableProcessors()));
        coder.color_range(paper.range());
        coder.colorspace(paper.matrix());
        coder.color_primaries(paper.matrix());
        coder.color_trc(paper.matrix());
        return coder;
    }

    private static void openCoder(AVCodecContext coder, String coding) throws CodecException {
        AVDictionary options = new AVDictionary(null);
        try {
            FilmQuality.of(coding).apply(coder, options);
            if (avcodec.avcodec_open2(coder, coder.codec(), options) < 0) {
                throw new CodecException("pictures of " + coder.width() + " × " + coder.height()
                        + " pixels cannot be written as " + coding);
            }
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private void begin(Path path, String container) throws CodecException {
        AVIOContext io = new AVIOContext(null);
        check(avformat.avio_open(io, path.toString(), avformat.AVIO_FLAG_WRITE), "written");
        file.pb(io);
        AVDictionary options = new AVDictionary(null);
        try {
            if (container.equals("mp4")) {
                // The index stands in front, so that the film starts before all of it is there.
                avutil.av_dict_set(options, "movflags", "+faststart", 0);
            }
            check(avformat.avformat_write_header(file, options), "begun");
        } finally {
            avutil.av_dict_free(options);
        }
        frame.format(paper.pixelFormat());
        frame.width(paper.columns());
        frame.height(paper.rows());
        frame.color_range(paper.range());
        frame.colorspace(paper.matrix());
        check(avutil.av_frame_get_buffer(frame, 0), "begun");
    }

    /**
     * Adds a picture.
     *
     * @param argb its pixels, row by row; transparency is not kept
     * @param startMillis when it is shown, milliseconds from the first; at least a tick after the one before
     * @throws CodecException where it cannot be written
     */
    public void add(int[] argb, double startMillis) throws CodecException {
        long at = ticks(startMillis);
        if (waiting) {
            write(Math.max(at, waitingSince + 1));
        }
        check(avutil.av_frame_make_writable(frame), "written");
        paper.fill(argb, frame);
        waitingSince = waiting ? Math.max(at, waitingSince + 1) : at;
        waiting = true;
    }

    /**
     * Ends the film, after which the file is complete.
     *
     * @param endMillis when the last picture is over, milliseconds from the first
     * @throws CodecException where it cannot be written
     */
    public void finish(double endMillis) throws CodecException {
        if (waiting) {
            write(Math.max(ticks(endMillis), waitingSince + 1));
            waiting = false;
        }
        check(avcodec.avcodec_send_frame(coder, null), "ended");
        drain(1);
        check(avformat.av_write_trailer(file), "ended");
        check(avformat.avio_closep(file.pb()), "ended");
        file.pb(null);
    }

    private long ticks(double millis) {
        return Math.round(millis * ticksPerSecond / 1000);
    }

    /** Hands the waiting picture on, shown until {@code end}. */
    private void write(long end) throws CodecException {
        frame.pts(waitingSince);
        frame.duration(end - waitingSince);
        check(avcodec.avcodec_send_frame(coder, frame), "encoded");
        drain(end - waitingSince);
    }

    private void drain(long duration) throws CodecException {
        int code = avcodec.avcodec_receive_packet(coder, packet);
        while (code >= 0) {
            packet.stream_index(stream.index());
            if (packet.duration() <= 0) {
                packet.duration(duration);
            }
            avcodec.av_packet_rescale_ts(packet, coder.time_base(), stream.time_base());
            check(avformat.av_interleaved_write_frame(file, packet), "written");
            code = avcodec.avcodec_receive_packet(coder, packet);
        }
        if (code != AGAIN && code != avutil.AVERROR_EOF()) {
            check(code, "encoded");
        }
    }

    private static AVRational rational(int num, int den) {
        return new AVRational().num(num).den(den);
    }

    private static void check(int code, String what) throws CodecException {
        if (code < 0) {
            byte[] words = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
            avutil.av_strerror(code, words, words.length);
            String reason = new String(words, java.nio.charset.StandardCharsets.UTF_8);
            int end = reason.indexOf('\0');
            throw new CodecException("the film cannot be " + what + " (" + (end < 0 ? reason : reason.substring(0, end))
                    + ")");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        AVIOContext io = file.pb();
        if (io != null && !io.isNull()) {
            avformat.avio_closep(io);
            file.pb(null);
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(coder);
        avformat.avformat_free_context(file);
        paper.close();
    }
}

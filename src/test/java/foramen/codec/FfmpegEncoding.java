package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.NativeFolder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Makes compressed pictures for tests. */
final class FfmpegEncoding {
    private FfmpegEncoding() {}

    static byte[] jpegLs(byte[] samples, int columns, int rows, int pixelFormat, int pixelBytes)
            throws CodecException {
        return encode(avcodec.AV_CODEC_ID_JPEGLS, "", samples, columns, rows, pixelFormat, pixelBytes);
    }

    /** Reversible, with a component transform where there are three. */
    static byte[] jpeg2000(byte[] samples, int columns, int rows, int pixelFormat, int pixelBytes)
            throws CodecException {
        return encode(avcodec.AV_CODEC_ID_JPEG2000, "dwt53", samples, columns, rows, pixelFormat, pixelBytes);
    }

    private static byte[] encode(int id, String wavelet, byte[] samples, int columns, int rows, int pixelFormat,
            int pixelBytes) throws CodecException {
        new FfmpegLibrary(natives()).load();
        AVCodec codec = avcodec.avcodec_find_encoder(id);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVFrame frame = avutil.av_frame_alloc();
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            context.width(columns).height(rows).pix_fmt(pixelFormat);
            context.time_base().num(1).den(25);
            AVDictionary options = new AVDictionary(null);
            if (!wavelet.isEmpty()) {
                avutil.av_dict_set(options, "pred", wavelet, 0);
                avutil.av_dict_set(options, "format", "j2k", 0);
            }
            assertTrue(avcodec.avcodec_open2(context, codec, options) >= 0);
            frame.width(columns).height(rows).format(pixelFormat);
            assertTrue(avutil.av_frame_get_buffer(frame, 0) >= 0);
            int row = columns * pixelBytes;
            for (int y = 0; y < rows; y++) {
                frame.data(0).position((long) y * frame.linesize(0)).put(samples, y * row, row);
            }
            frame.data(0).position(0);
            assertTrue(avcodec.avcodec_send_frame(context, frame) >= 0);
            avcodec.avcodec_send_frame(context, null);
            assertTrue(avcodec.avcodec_receive_packet(context, packet) >= 0);
            byte[] stream = new byte[packet.size()];
            packet.data().get(stream);
            return stream;
        } finally {
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }

    /** The folder that the tests unpack into. */
    static Path natives() {
        return NativeFolder.ofThisProcess().path();
    }
}

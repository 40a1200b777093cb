package foramen.codec;

import foramen.job.NativeFolder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * JPEG 2000 through FFmpeg's decoder, lossless JPEG, JPEG-LS and lossy JPEG by Foramen's own; each call has a decoder of
 * its own, so threads do not meet.
 */
public final class FfmpegPictures implements PictureCodec {
    /** The most pixels of a picture (engineering default, as for the DICOM engine). */
    private static final long MOST_PIXELS = 1L << 26;
    private static final long PADDING = 128;
    private static final int MOST_BITS = 16;

    private final FfmpegLibrary library;

    /** Unpacks what it needs into the user's own folder: {@code FORAMEN_HOME/natives}, else the platform's cache. */
    public FfmpegPictures() {
        this(NativeFolder.ofThisProcess().path());
    }

    /** Unpacks what it needs into {@code natives}, when first used; others must not be able to write there. */
    public FfmpegPictures(Path natives) {
        this.library = new FfmpegLibrary(natives);
    }

    @Override
    public RawPicture decode(byte[] stream, PictureHeader header) throws CodecException {
        refuseUnknown(header);
        return new RawPicture(header, switch (header.coding()) {
            case JPEG_LOSSLESS -> LosslessJpeg.decode(stream, header);
            case JPEG_LS -> JpegLs.decode(stream, header);
            case JPEG_LOSSY -> DctJpeg.decode(stream, header);
            case JPEG_2000 -> foreign(stream, header);
        });
    }

    private byte[] foreign(byte[] stream, PictureHeader header) throws CodecException {
        byte[] bare = Jpeg2000Header.codestream(stream);
        Jpeg2000Header.refuseCostly(bare, header);
        // A stream cut short would come out blurred or half grey, with nothing to show that it is.
        if (!JpegMarkers.hasEnd(stream)) {
            throw new CodecException("its " + header.coding().words() + " picture breaks off");
        }
        library.load();
        AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_JPEG2000);
        if (codec == null) {
            throw new CodecException("this FFmpeg has no decoder for " + header.coding().words());
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        try {
            // FFmpeg counts the pixels that it pads each row and the last rows with.
            context.max_pixels((header.columns() + PADDING) * (header.rows() + PADDING));
            context.err_recognition(avcodec.AV_EF_EXPLODE);
            context.thread_count(1);
            check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), header);
            return samples(context, bare, header);
        } finally {
            avcodec.avcodec_free_context(context);
        }
    }

    private static void refuseUnknown(PictureHeader header) throws CodecException {
        boolean lossy = header.coding() == PictureHeader.Coding.JPEG_LOSSY;
        boolean known = (header.components() == 1 || header.components() == 3)
                && (lossy
                        ? header.jpeg().map(JpegHeader::isDecodable).orElse(false)
                        : header.precision() <= MOST_BITS && header.jpeg().map(j -> !j.isSubsampled()).orElse(true));
        if (!known) {
            throw new CodecException("it is " + header.jpeg().map(JpegHeader::kind).orElseGet(header::kind));
        }
        if (header.jpeg().map(j -> j.columns() != header.columns() || j.rows() != header.rows()).orElse(false)) {
            throw new CodecException("its picture is not what its header declares");
        }
        if ((long) header.columns() * header.rows() > MOST_PIXELS || header.columns() < 1 || header.rows() < 1) {
            throw new CodecException("its picture of " + header.columns() + " × " + header.rows()
                    + " pixels is of no possible size");
        }
    }

    private static byte[] samples(AVCodecContext context, byte[] stream, PictureHeader header)
            throws CodecException {
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            // The packet's own memory ends in the padding that decoders may read beyond the stream.
            check(avcodec.av_new_packet(packet, stream.length), header);
            packet.data().put(stream, 0, stream.length);
            check(avcodec.avcodec_send_packet(context, packet), header);
            check(avcodec.avcodec_receive_frame(context, frame), header);
            if (frame.decode_error_flags() != 0) {
                throw damaged(header);
            }
            return FrameSamples.interleaved(frame, header);
        } finally {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
        }
    }

    private static void check(int code, PictureHeader header) throws CodecException {
        if (code == avutil.AVERROR_PATCHWELCOME()) {
            throw new CodecException("its " + header.coding().words() + " uses a feature that FFmpeg does not know");
        }
        if (code < 0) {
            throw damaged(header);
        }
    }

    private static CodecException damaged(PictureHeader header) {
        return new CodecException("its " + header.coding().words() + " picture is damaged");
    }
}

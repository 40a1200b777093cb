package foramen.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVCodecParserContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** What the head of each packet says of its picture, where the container says too little. */
final class PacketParser implements AutoCloseable {
    /** PARSER_FLAG_COMPLETE_FRAMES: packets are whole already. */
    private static final int COMPLETE = 1;

    private final AVCodecContext context;
    private final AVCodecParserContext parser;
    private final BytePointer out = new BytePointer((org.bytedeco.javacpp.Pointer) null);
    private final IntPointer outSize = new IntPointer(1);

    private PacketParser(AVCodecContext context, AVCodecParserContext parser) {
        this.context = context;
        this.parser = parser;
        parser.flags(parser.flags() | COMPLETE);
    }

    /** Whether there is a parser that tells the order of pictures of this coding. */
    static boolean knows(int codecId) {
        return codecId == avcodec.AV_CODEC_ID_H264 || codecId == avcodec.AV_CODEC_ID_HEVC || delaysReferences(codecId);
    }

    /** Whether the coding shows B pictures at once and each other picture when the next of its kind comes. */
    static boolean delaysReferences(int codecId) {
        return codecId == avcodec.AV_CODEC_ID_MPEG1VIDEO || codecId == avcodec.AV_CODEC_ID_MPEG2VIDEO
                || codecId == avcodec.AV_CODEC_ID_MPEG4;
    }

    static PacketParser of(AVCodecParameters coding) throws CodecException {
        AVCodecParserContext parser = avcodec.av_parser_init(coding.codec_id());
        if (parser == null) {
            throw new CodecException(
                    "this FFmpeg cannot read " + avcodec.avcodec_get_name(coding.codec_id()).getString());
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(null);
        avcodec.avcodec_parameters_to_context(context, coding);
        return new PacketParser(context, parser);
    }

    /** Looks at one packet; the other methods then speak of it. */
    void look(AVPacket packet) {
        avcodec.av_parser_parse2(parser, context, out, outSize, packet.data(), packet.size(), avutil.AV_NOPTS_VALUE,
                avutil.AV_NOPTS_VALUE, -1);
    }

    /** The picture's place in output, within its run from one key picture to the next. */
    int outputNumber() {
        return parser.output_picture_number();
    }

    boolean isBidirectional() {
        return parser.pict_type() == avutil.AV_PICTURE_TYPE_B;
    }

    /** 1 for a top field, 2 for a bottom field, 0 for a whole frame. */
    int field() {
        int structure = parser.picture_structure();
        return structure == avcodec.AV_PICTURE_STRUCTURE_TOP_FIELD
                ? 1
                : structure == avcodec.AV_PICTURE_STRUCTURE_BOTTOM_FIELD ? 2 : 0;
    }

    @Override
    public void close() {
        outSize.deallocate();
        avcodec.av_parser_close(parser);
        avcodec.avcodec_free_context(context);
    }
}

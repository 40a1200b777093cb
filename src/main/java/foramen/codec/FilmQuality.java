package foramen.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;

/** How faithful a coding is asked to be. */
enum FilmQuality {
    /**
     * Every picture alike, whatever happens in it: a fixed quantiser instead of a rate, since speckle that comes and
     * goes with the rate looks like tissue that moves (engineering default).
     */
    EVEN {
        @Override
        void apply(AVCodecContext coder, AVDictionary options) {
            avutil.av_dict_set(options, "rc_mode", "quality", 0);
            avutil.av_dict_set(options, "allow_skip_frames", "0", 0);
            coder.qmin(QUANTISER);
            coder.qmax(QUANTISER);
            coder.bit_rate(MORE_THAN_ENOUGH);
        }
    },
    /** Nothing to choose. */
    EXACT {
        @Override
        void apply(AVCodecContext coder, AVDictionary options) {}
    };

    private static final int QUANTISER = 18;
    /** Bits a second that no clip reaches: the quantiser alone decides. */
    private static final long MORE_THAN_ENOUGH = 200_000_000;

    static FilmQuality of(String coding) {
        return coding.equals("gif") ? EXACT : EVEN;
    }

    abstract void apply(AVCodecContext coder, AVDictionary options);
}

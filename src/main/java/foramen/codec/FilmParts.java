package foramen.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;

/** What an open film holds on the native side, let go together. */
final class FilmParts implements AutoCloseable {
    private final VideoSource source;
    private final VideoLimits limits;
    private final ByteFeed feed;
    private final Demuxer demuxer;
    private final PacketIndex index;
    private final FilmDecoder decoder;
    private final PictureRing ring;

    private FilmParts(VideoSource source, VideoLimits limits, ByteFeed feed, Demuxer demuxer, PacketIndex index,
            FilmDecoder decoder) {
        this.source = source;
        this.limits = limits;
        this.feed = feed;
        this.demuxer = demuxer;
        this.index = index;
        this.decoder = decoder;
        this.ring = new PictureRing(limits.ringBytes());
    }

    /** Opens the film and reads it once; on failure everything but the source is let go. */
    static FilmParts open(VideoSource source, VideoLimits limits) throws IOException {
        ByteFeed feed = new ByteFeed(source);
        Demuxer demuxer = null;
        boolean opened = false;
        try {
            feed.allow(limits.opening());
            demuxer = Demuxer.open(feed);
            PacketIndex index = PacketIndex.read(demuxer, limits.pictures());
            if (index.count() == 0) {
                throw new CodecException("its film holds no picture");
            }
            FilmDecoder decoder = FilmDecoder.of(demuxer, index, limits.pixels());
            opened = true;
            return new FilmParts(source, limits, feed, demuxer, index, decoder);
        } finally {
            if (!opened) {
                if (demuxer != null) {
                    demuxer.close();
                }
                feed.close();
            }
        }
    }

    Demuxer demuxer() {
        return demuxer;
    }

    PacketIndex index() {
        return index;
    }

    FilmDecoder decoder() {
        return decoder;
    }

    PictureRing ring() {
        return ring;
    }

    /** Starts the clock of one picture. */
    void allowPicture() {
        feed.allow(limits.picture());
    }

    int codecId() {
        return decoder.codecId();
    }

    String coding() {
        return avcodec.avcodec_get_name(codecId()).getString();
    }

    /** Whether every picture of this coding stands for itself. */
    boolean isIntraOnly() {
        AVCodecDescriptor what = avcodec.avcodec_descriptor_get(codecId());
        return what != null && !what.isNull() && (what.props() & avcodec.AV_CODEC_PROP_INTRA_ONLY) != 0;
    }

    /** Whether time stamps are the film's own, not counted by its reader. */
    boolean hasTimes() {
        return index.isStamped() && !demuxer.isBare();
    }

    double tickMillis() {
        return demuxer.tickMillis();
    }

    double rate() {
        return demuxer.statedRate();
    }

    @Override
    public void close() {
        ring.close();
        decoder.close();
        demuxer.close();
        feed.close();
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

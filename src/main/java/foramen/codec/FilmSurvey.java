package foramen.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is found out when a film is opened: its order, its size, and what is missing at its ends. */
final class FilmSurvey {
    /** The tail is decoded to see whether it is whole unless its last run is longer (engineering default). */
    private static final int LONGEST_TAIL = 300;

    private final FilmParts parts;
    private final List<String> warnings = new ArrayList<>();
    private final PictureOrder order;
    private final PictureFinder finder;
    private int columns;
    private int rows;
    private int pictures;

    private FilmSurvey(FilmParts parts) throws IOException {
        this.parts = parts;
        PacketIndex index = parts.index();
        PictureOrder all = PictureOrder.of(index, parts.codecId(), parts.isIntraOnly(),
                parts.demuxer().hasStartCodes() && PacketParser.knows(parts.codecId())).orElse(null);
        this.order = all == null ? decoded() : whole(all);
        if (order.pictures() == 0) {
            throw new CodecException("its film holds no picture that can be decoded");
        }
        this.finder = new PictureFinder(index, order, parts.decoder(), parts.ring());
        this.pictures = order.pictures();
    }

    static FilmSurvey of(FilmParts parts) throws IOException {
        FilmSurvey survey = new FilmSurvey(parts);
        survey.tail();
        survey.size();
        survey.oddities();
        return survey;
    }

    /** The order as the decoder gives it, where nothing else tells it: decodes all of the film. */
    private PictureOrder decoded() throws IOException {
        FilmDecoder decoder = parts.decoder();
        decoder.start(0);
        IntStream.Builder given = IntStream.builder();
        BitSet seen = new BitSet();
        while (decoder.decode(p -> {})) {
            int packet = decoder.packet();
            if (packet >= 0 && !seen.get(packet)) {
                seen.set(packet);
                given.add(packet);
            }
        }
        return PictureOrder.given(given.build().toArray(), parts.index().count());
    }

    /**
     * Leaves out the pictures at the start that lack the ones they were predicted from, as every player does: what comes
     * before the first key packet, and what is shown before it without being decodable.
     */
    private PictureOrder whole(PictureOrder all) throws IOException {
        PacketIndex index = parts.index();
        int first = index.isKey(0) ? 0 : index.keyAfter(0);
        if (first >= index.count()) {
            first = 0;
        }
        int shown = all.number(first);
        if (shown <= 0) {
            return all;
        }
        BitSet had = new BitSet();
        FilmDecoder decoder = parts.decoder();
        decoder.start(0);
        int most = 0;
        while (most <= shown && decoder.position() >= 0 && decoder.position() < first + LONGEST_TAIL
                && decoder.decode(p -> {})) {
            int packet = decoder.packet();
            if (packet >= 0 && !decoder.isFlawed()) {
                had.set(packet);
                most = Math.max(most, all.number(packet));
            }
        }
        PictureOrder kept = all.without(p -> all.number(p) < shown && !had.get(p));
        int lost = all.pictures() - kept.pictures();
        if (lost > 0) {
            warnings.add("The film starts in the middle of a scene; " + counted(lost, "picture")
                    + " before its first whole one cannot be decoded and " + (lost == 1 ? "is" : "are")
                    + " left out.");
        }
        return kept;
    }

    private static String counted(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** Looks at the end where the film may have been cut, and leaves out what is damaged there. */
    private void tail() throws IOException {
        PacketIndex index = parts.index();
        Demuxer demuxer = parts.demuxer();
        int end = index.count() - 1;
        boolean cut = index.isCorrupt(end) || demuxer.brokenOff();
        boolean close = end - index.keyBefore(end) < LONGEST_TAIL;
        if (!index.isFull() && (cut || ((demuxer.isBare() || demuxer.isStreamed()) && close))) {
            int damaged = finder.damagedAtEnd();
            if (damaged > 0 && damaged < pictures) {
                pictures -= damaged;
                warnings.add("The film is cut short: its last " + counted(damaged, "picture") + " "
                        + (damaged == 1 ? "is" : "are") + " damaged and left out.");
            }
        }
        if (index.isFull()) {
            warnings.add("Only the first " + index.count() + " pictures of the film are shown.");
        } else if (demuxer.statedPictures() > index.count()) {
            warnings.add("The film is cut short: it states " + demuxer.statedPictures() + " pictures but holds "
                    + index.count() + ".");
        }
    }

    private void size() throws IOException {
        // A film whose first picture is damaged may still have good ones.
        int looked = Math.min(pictures, 16);
        for (int n = 0; n < looked; n++) {
            var found = finder.find(n);
            if (found.isPresent()) {
                columns = found.get().width();
                rows = found.get().height();
                org.bytedeco.ffmpeg.global.avutil.av_frame_free(found.get());
                return;
            }
        }
        throw new CodecException("its film is damaged from the start");
    }

    private void oddities() {
        double aspect = parts.demuxer().pixelAspect();
        if (Math.abs(aspect - 1) > 0.001) {
            warnings.add(String.format(Locale.ROOT,
                    "The film's pixels are not square (width by height %.3f); it is shown pixel for pixel.", aspect));
        }
        int turned = parts.demuxer().rotation();
        if (turned != 0) {
            warnings.add("The film asks to be turned by " + turned + "°; it is shown as it is stored.");
        }
    }

    PictureOrder order() {
        return order;
    }

    PictureFinder finder() {
        return finder;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int pictures() {
        return pictures;
    }

    List<String> warnings() {
        return warnings;
    }
}

package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every picture of every coding is the one asked for, in whatever order they are asked for. */
class VideoCodecTest {
    private static final int PICTURES = 75;

    private final VideoCodec codec = new VideoCodec();

    @BeforeAll
    static void tool() {
        BarcodeFilm.needTool();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            mpeg2-b.m2v,        -c:v mpeg2video -bf 2 -g 12 -q:v 3 -f mpeg2video
            mpeg2-closed.m2v,   -c:v mpeg2video -bf 2 -g 10 -flags +cgop -sc_threshold 1000000000 -q:v 3 -f mpeg2video
            mpeg2-no-b.m2v,     -c:v mpeg2video -g 12 -q:v 3 -f mpeg2video
            mpeg2.mpg,          -c:v mpeg2video -bf 2 -g 12 -q:v 3 -f mpeg
            mpeg2.ts,           -c:v mpeg2video -bf 2 -g 12 -q:v 3 -f mpegts
            mpeg2-interlaced.ts, -c:v mpeg2video -flags +ildct+ilme -bf 2 -g 12 -q:v 3 -f mpegts
            mpeg1.mpg,          -c:v mpeg1video -bf 2 -g 12 -q:v 3 -f mpeg
            h264.h264,          -c:v libx264 -bf 3 -g 12 -f h264
            h264-open.h264,     -c:v libx264 -bf 3 -x264-params open-gop=1:keyint=12:b-pyramid=normal -f h264
            h264-no-b.h264,     -c:v libx264 -bf 0 -g 12 -f h264
            h264-intra.h264,    -c:v libx264 -g 1 -f h264
            h264.mp4,           -c:v libx264 -bf 3 -g 12 -f mp4
            h264-open.mp4,      -c:v libx264 -bf 3 -x264-params open-gop=1:keyint=12 -f mp4
            h264-mbaff.mp4,     -c:v libx264 -bf 2 -g 12 -flags +ildct -x264-params tff=1 -f mp4
            h264-refresh.mp4,   -c:v libx264 -bf 0 -x264-params intra-refresh=1:keyint=20 -f mp4
            h264-refresh.ts,    -c:v libx264 -bf 0 -x264-params intra-refresh=1:keyint=20 -f mpegts
            h264-fragmented.mp4, -c:v libx264 -bf 3 -g 12 -movflags frag_keyframe+empty_moov -f mp4
            h264-variable.mp4,  -vf setpts=N*N/40/TB/25+N/25/TB -fps_mode vfr -c:v libx264 -bf 2 -g 12 -f mp4
            h264-one-key.mp4,   -c:v libx264 -bf 3 -g 999 -f mp4
            h264.mov,           -c:v libx264 -bf 3 -g 12 -f mov
            h264.ts,            -c:v libx264 -bf 3 -g 12 -f mpegts
            h264-open.ts,       -c:v libx264 -bf 3 -x264-params open-gop=1:keyint=12 -f mpegts
            h264.m2ts,          -c:v libx264 -bf 3 -g 12 -f mpegts -mpegts_m2ts_mode 1
            h264.avi,           -c:v libx264 -bf 3 -g 12 -f avi
            h264.mkv,           -c:v libx264 -bf 3 -g 12 -f matroska
            hevc.hevc,          -c:v libx265 -x265-params log-level=none:keyint=12:bframes=3:open-gop=0 -f hevc
            hevc-open.hevc,     -c:v libx265 -x265-params log-level=none:keyint=12:bframes=3:open-gop=1 -f hevc
            hevc-open.ts,       -c:v libx265 -x265-params log-level=none:keyint=12:bframes=3:open-gop=1 -f mpegts
            hevc-open.mp4,      -c:v libx265 -x265-params log-level=none:keyint=12:bframes=3:open-gop=1 -f mp4
            hevc10.mp4,         -pix_fmt yuv420p10le -c:v libx265 -x265-params log-level=none:keyint=12 -f mp4
            mpeg4.avi,          -c:v mpeg4 -bf 2 -g 12 -q:v 3 -f avi
            mpeg4.mp4,          -c:v mpeg4 -bf 2 -g 12 -q:v 3 -f mp4
            wmv.wmv,            -c:v wmv2 -g 12 -q:v 3 -f asf
            mjpeg.avi,          -c:v mjpeg -q:v 3 -f avi
            mjpeg.mov,          -c:v mjpeg -q:v 3 -f mov
            raw.avi,            -c:v rawvideo -pix_fmt bgr24 -f avi
            ffv1.mkv,           -c:v ffv1 -f matroska
            vp9.mkv,            -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 12 -b:v 2M -f matroska
            """)
    void everyPictureIsTheOneAskedFor(String name, String options, @TempDir Path folder) throws IOException {
        Path film = BarcodeFilm.make(folder.resolve(name), PICTURES, options.trim().split("\\s+"));
        try (VideoStream stream = codec.open(VideoSource.of(film))) {
            assertEquals(PICTURES, stream.frames(), () -> "frames; " + stream.warnings());
            assertEquals(List.of(), stream.warnings());
            assertEquals(BarcodeFilm.WIDTH, stream.columns());
            assertEquals(BarcodeFilm.HEIGHT, stream.rows());
            int[][] forwards = new int[PICTURES][];
            for (int n = 0; n < PICTURES; n++) {
                forwards[n] = stream.frame(n);
            }
            assertEquals(IntStream.range(0, PICTURES).boxed().toList(), numbers(forwards));
            List<Integer> orders = new ArrayList<>(
                    IntStream.iterate(PICTURES - 1, n -> n >= 0, n -> n - 1).boxed().toList());
            List<Integer> random = new ArrayList<>(orders);
            Collections.shuffle(random, new Random(1));
            orders.addAll(random);
            for (int n : orders) {
                assertArrayEquals(forwards[n], stream.frame(n),
                        () -> "picture " + n + " differs from its like in playing");
            }
        }
        if (!name.startsWith("hevc10")) {
            likeTheTool(film);
        }
    }

    private static List<Integer> numbers(int[][] pictures) {
        List<Integer> numbers = new ArrayList<>();
        for (int[] p : pictures) {
            numbers.add(BarcodeFilm.number(p, BarcodeFilm.WIDTH));
        }
        return numbers;
    }

    private void likeTheTool(Path film) throws IOException {
        byte[] tool = BarcodeFilm.decodedByTool(film, "-fps_mode", "passthrough", "-sws_flags",
                "neighbor+accurate_rnd+full_chroma_int+bitexact", "-pix_fmt", "bgra");
        int bytes = 4 * BarcodeFilm.WIDTH * BarcodeFilm.HEIGHT;
        assertEquals(PICTURES, tool.length / bytes, "the tool's pictures");
        int worst = 0;
        try (VideoStream stream = codec.open(VideoSource.of(film))) {
            for (int n = 0; n < PICTURES; n += 7) {
                int[] argb = stream.frame(n);
                for (int i = 0; i < argb.length; i++) {
                    for (int c = 0; c < 3; c++) {
                        int theirs = tool[n * bytes + 4 * i + c] & 0xFF;
                        worst = Math.max(worst, Math.abs(theirs - ((argb[i] >> (8 * c)) & 0xFF)));
                    }
                }
            }
        }
        int found = worst;
        assertTrue(worst <= 2, () -> "pixels differ from the tool's by " + found);
    }
}

package foramen.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.job.NativeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;

/** What {@code NATIVES.txt} says of the native libraries against what they say of themselves. */
class NativesNoticeTest {
    private static final Pattern LINKED = Pattern.compile("--enable-(lib[a-z0-9]+|openssl|zlib|vulkan|nvenc)");
    private static final Pattern BUILT_IN = Pattern.compile("(?m)^ +([A-Za-z0-9 ]+): +(?:build\\b|builtin)");
    /** What the notice calls what a configuration calls otherwise. */
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("libmp3lame", "LAME"),
            Map.entry("libopencore", "OpenCORE AMR"), Map.entry("libvo", "VisualOn AMR-WB"),
            Map.entry("libsvtav1", "SVT-AV1"), Map.entry("libpulse", "PulseAudio"), Map.entry("libxcb", "XCB"),
            Map.entry("nvenc", "NVIDIA"), Map.entry("jpeg", "libjpeg-turbo"), Map.entry("png", "libpng"),
            Map.entry("tiff", "libtiff"), Map.entry("webp", "libwebp"), Map.entry("jpeg 2000", "JasPer"),
            Map.entry("protobuf", "Protocol Buffers"));

    private final String notice;

    NativesNoticeTest() throws IOException {
        notice = Files.readString(Path.of("src/dist/licences/NATIVES.txt")).replaceAll("\\s+", " ");
    }

    @Test
    void ffmpegIsBuiltWithoutPartsUnderTheGpl() throws CodecException {
        FfmpegLibrary library = new FfmpegLibrary(NativeFolder.ofThisProcess().path());
        assertEquals("LGPL version 3 or later", library.licence());
        String configuration = avutil.avutil_configuration().getString();
        assertFalse(configuration.contains("--enable-gpl") || configuration.contains("--enable-nonfree"),
                configuration);
        for (String gpl : List.of("x264", "x265", "xvid", "fdk-aac", "vidstab", "rubberband", "postproc")) {
            assertFalse(configuration.contains(gpl), gpl);
        }
        assertTrue(notice.contains("without --enable-gpl"));
    }

    @Test
    void everyLibraryThatFfmpegSaysItLinksIsInTheNotice() throws CodecException {
        new FfmpegLibrary(NativeFolder.ofThisProcess().path()).load();
        Set<String> linked = named(LINKED, avutil.avutil_configuration().getString());
        assertTrue(linked.size() > 10, linked::toString);
        assertEquals(Set.of(), missing(linked));
    }

    @Test
    void everyLibraryThatOpenCvSaysIsBuiltInIsInTheNotice() {
        Set<String> builtIn = named(BUILT_IN, opencv_core.getBuildInformation().getString());
        assertTrue(builtIn.size() > 5, builtIn::toString);
        assertEquals(Set.of(), missing(builtIn));
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results()
                .map(r -> r.group(1).strip().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> missing(Set<String> libraries) {
        String lower = notice.toLowerCase(Locale.ROOT);
        return libraries.stream().filter(l -> !lower.contains(name(l).toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String library) {
        return NAMES.getOrDefault(library, library.replaceFirst("^lib", ""));
    }
}

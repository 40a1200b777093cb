package foramen.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.read.DicomClipReader;
import foramen.dicom.write.sr.MeasurementReportExporter;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.clip.Clip;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.Exporter;
import foramen.domain.plan.NeedleRules;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real archive takes every object, puts all of them into the clip's study, and gives them back byte for byte. */
class OrthancTest {
    private static final Pattern ID = Pattern.compile("\"ID\"\\s*:\\s*\"([0-9a-f-]+)\"");
    private static final Pattern STUDY = Pattern.compile("\"ParentStudy\"\\s*:\\s*\"([0-9a-f-]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;

    OrthancTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void orthancTakesEveryObjectAndGivesItBackUnchanged() throws Exception {
        Optional<Path> orthanc = ObjectFixtures.tool("Orthanc");
        Assumptions.assumeTrue(orthanc.isPresent(), "Orthanc (orthanc) is not installed");
        int port = freePort();
        Process server = new ProcessBuilder(orthanc.get().toString(), configuration(port).toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("orthanc.log").toFile()).start();
        try {
            await(server, port);
            for (PixelEncoding encoding : new PixelEncoding[]{PixelEncoding.RGB, PixelEncoding.MONOCHROME2}) {
                storeAll(port, encoding);
            }
        } finally {
            server.destroy();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        }
    }

    private void storeAll(int port, PixelEncoding encoding) throws Exception {
        Path source = ObjectFixtures.clip(folder, encoding, 3);
        String study = study(store(port, Files.readAllBytes(source)));
        try (Clip clip = ObjectFixtures.open(source)) {
            for (Exporter e : objects()) {
                byte[] object = ObjectFixtures.bytes(e, ObjectFixtures.subject(ObjectFixtures.drawn(clip), clip));
                String answer = store(port, object);
                assertEquals(study, study(answer), e.kind() + " lies in another study");
                HttpResponse<byte[]> back = http.send(
                        request(port, "/instances/" + first(ID, answer) + "/file").GET().build(),
                        BodyHandlers.ofByteArray());
                assertEquals(200, back.statusCode());
                assertArrayEquals(object, back.body(), e.kind() + " came back changed");
            }
        }
    }

    /** An object of every kind that is DICOM, so that a new kind is not forgotten here. */
    private static List<Exporter> objects() {
        Exporter report = new MeasurementReportExporter(new DicomClipReader(), StructureCatalog.standard(),
                NeedleRules.standard(), (casefile, clips) -> List.of(), ObjectFixtures.ZONE);
        List<Exporter> all = Stream.concat(ObjectFixtures.exporters().stream(), Stream.of(report)).toList();
        assertEquals(Arrays.stream(ExportKind.values()).filter(k -> k.group() == ExportKind.Group.DICOM)
                .collect(Collectors.toSet()), all.stream().map(Exporter::kind).collect(Collectors.toSet()));
        return all;
    }

    private String store(int port, byte[] object) throws Exception {
        HttpResponse<String> answer = http.send(
                request(port, "/instances").POST(BodyPublishers.ofByteArray(object)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Success"), answer.body());
        return answer.body();
    }

    private static String study(String answer) {
        return first(STUDY, answer);
    }

    private static String first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        assertTrue(m.find(), text);
        return m.group(1);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    }

    private Path configuration(int port) throws IOException {
        String storage = folder.resolve("archive").toString();
        // A connection that it keeps and closes in its own time can be gone when the next request goes out.
        String json = "{\"Name\":\"test\",\"KeepAlive\":false,\"StorageDirectory\":\"" + storage
                + "\",\"IndexDirectory\":\"" + storage
                + "\",\"HttpPort\":" + port + ",\"DicomServerEnabled\":false,\"RemoteAccessAllowed\":false,"
                + "\"AuthenticationEnabled\":false,\"Plugins\":[]}";
        return Files.write(folder.resolve("orthanc.json"), json.getBytes(StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Until it answers, at most a minute; a server that ends before is a failure with its own words. */
    private void await(Process server, int port) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (http.send(request(port, "/system").GET().build(), BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet; waiting for its end is the pause between two tries.
                if (server.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new AssertionError("Orthanc did not start:\n" + Files.readString(folder.resolve("orthanc.log")), null);
    }
}

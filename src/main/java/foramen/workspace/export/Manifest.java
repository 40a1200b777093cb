package foramen.workspace.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.delivery.ExportSubject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What lies in an export: each file with its size and SHA-256, what was left out and what failed. It names the case, not
 * the patient.
 */
final class Manifest {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    static byte[] of(Bundle bundle, List<BundleExport.Entry> entries) throws IOException {
        ExportSubject s = bundle.subject();
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("software", "Foramen")
                .put("software_version", s.softwareVersion()).put("exported", s.at().toString())
                .put("case", s.casefile().id().value())
                .put("clip", s.clip().info().identity().sopInstanceUid())
                .put("study", s.clip().info().identity().studyUid());
        bundle.caseVersion().ifPresentOrElse(v -> root.put("case_version", v), () -> root.putNull("case_version"));
        ArrayNode files = root.putArray("files");
        ArrayNode leftOut = root.putArray("left_out");
        ArrayNode failed = root.putArray("failed");
        for (BundleExport.Entry e : entries) {
            String kind = e.outcome().kind().name().toLowerCase(Locale.ROOT);
            switch (e.outcome()) {
                case ExportOutcome.Written w -> {
                    ObjectNode file = files.addObject().put("name", String.valueOf(w.file().getFileName()))
                            .put("kind", kind).put("bytes", w.bytes()).put("sha256", w.sha256());
                    if (w.kind().isPerFrame()) {
                        file.put("frame", e.document().frameIndex() + 1);
                    }
                }
                case ExportOutcome.LeftOut l -> leftOut.addObject().put("kind", kind).put("reason", l.sentence());
                case ExportOutcome.Failed f -> failed.addObject().put("kind", kind).put("reason", f.sentence());
            }
        }
        return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static void check(byte[] written) throws IOException {
        JsonNode root = JSON.readTree(written);
        if (root.path("format").asInt() != FORMAT || !root.path("files").isArray()) {
            throw new IOException("The manifest does not read back.");
        }
    }
}

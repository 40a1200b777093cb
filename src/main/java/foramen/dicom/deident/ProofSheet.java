package foramen.dicom.deident;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.domain.deident.CopyStatus;
import foramen.job.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** The proof of a batch as a file: what was done with each file and how it was checked; no value and no file's name. */
public final class ProofSheet {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ProofSheet() {}

    /**
     * Writes the proof to {@code file}: JSON where its name ends in {@code .json}, else a page of HTML.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the name is taken
     */
    public static void write(Path file, BatchResult batch, Instant made) throws IOException {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json ? json(batch, made) : ProofPage.of(batch, made);
        DurableFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), written -> {});
    }

    /** The proof as JSON. */
    static String json(BatchResult batch, Instant made) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        Deidentification how = batch.how();
        root.put("format", "foramen-deident-proof-1").put("made", made.toString()).put("program", how.product())
                .put("profile", "DICOM PS3.15 2024e, Basic Application Level Confidentiality Profile")
                .put("key_fingerprint", how.key().fingerprint()).put("cancelled", batch.cancelled());
        ArrayNode options = root.putArray("options");
        how.options().forEach(o -> options.addObject().put("code", o.code()).put("meaning", o.meaning()));
        ObjectNode counts = root.putObject("counts");
        for (CopyStatus status : CopyStatus.values()) {
            counts.put(status.name().toLowerCase(Locale.ROOT), batch.count(status));
        }
        ArrayNode files = root.putArray("files");
        batch.files().forEach(f -> files.add(file(f)));
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static ObjectNode file(FileOutcome outcome) {
        ObjectNode node = MAPPER.createObjectNode().put("number", outcome.number()).put("status",
                outcome.status().name().toLowerCase(Locale.ROOT));
        if (outcome.proof().isEmpty()) {
            return node.put("reason", outcome.reason());
        }
        FileProof proof = outcome.proof().get();
        node.put("output", proof.output()).put("source_sha256", proof.sourceSha256())
                .put("source_bytes", proof.sourceBytes()).put("source_transfer_syntax", proof.sourceSyntax())
                .put("sha256", proof.sha256()).put("bytes", proof.bytes()).put("transfer_syntax", proof.syntax());
        ObjectNode picture = node.putObject("picture").put("columns", proof.columns()).put("rows", proof.rows());
        picture(picture, proof.pixels());
        node.put("source_frames_stated", proof.statedFrames());
        ArrayNode frames = node.putArray("frames");
        for (int i = 0; i < proof.frames().size(); i++) {
            frames.addObject().put("frame", i + 1).put("kept_equal", true).put("rest_overwritten",
                    proof.pixels().mask().isPresent()).put("kept_sha256", proof.frames().get(i));
        }
        changes(node.putArray("attributes"), proof);
        return node;
    }

    /** Puts what becomes of the picture into {@code node}. */
    public static void picture(ObjectNode node, PixelPlan plan) {
        node.put("pixels", plan.kind().name().toLowerCase(Locale.ROOT)).put("why", plan.why())
                .put("burned_in_annotation", plan.isClean() ? "NO" : "YES");
        ArrayNode boxes = node.putArray("overwritten");
        plan.mask().ifPresent(m -> m.boxes().forEach(
                b -> boxes.addArray().add(b.x()).add(b.y()).add(b.width()).add(b.height())));
    }

    private static void changes(ArrayNode to, FileProof proof) {
        proof.changes().forEach(c -> change(to.addObject(), c));
    }

    /** Puts one change into {@code node}. */
    public static void change(ObjectNode node, AttributeChange change) {
        node.put("tag", foramen.dicom.data.Tag.format(change.tag())).put("attribute", change.label())
                .put("action", change.action().name().toLowerCase(Locale.ROOT))
                .put("reason", change.reason().words()).put("count", change.count());
    }
}

package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.CopyDesk;
import foramen.app.composition.ProductVersion;
import foramen.app.composition.UserException;
import foramen.dicom.deident.BatchResult;
import foramen.dicom.deident.DeidentBatch;
import foramen.dicom.deident.DeidentBatch.Source;
import foramen.dicom.deident.DeidentException;
import foramen.dicom.deident.Deidentification;
import foramen.dicom.deident.Deidentifier;
import foramen.dicom.deident.FileOutcome;
import foramen.dicom.deident.KeyFile;
import foramen.dicom.deident.Preview;
import foramen.dicom.deident.ProofSheet;
import foramen.dicom.deident.ScannerMasks;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.deident.CopySources;
import foramen.domain.deident.CopyStatus;
import foramen.job.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen deidentify}: copies without the patient. */
@Command(name = "deidentify", description = "Write de-identified copies of clips, folders, ZIP archives or DICOMDIRs, with a proof.")
final class DeidentifyCommand implements Callable<Integer> {
    private final Composition composition;
    private final CopyDesk desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "Clips, folders, ZIP archives, DICOMDIRs.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> places;

    @Option(names = {"-o",
            "--output"}, paramLabel = "OUT", description = "The folder for the copies, or the file for one.")
    private @Nullable Path output;

    @Option(names = "--report", paramLabel = "PROOF", description = "The proof: JSON where the name ends in .json, else HTML.")
    private @Nullable Path report;

    @Option(names = "--dry-run", description = "Say what would be done, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Mixin
    private final DeidentifyOptions options = new DeidentifyOptions();

    /** Files of the places that are no images; nobody expects a copy of them. */
    private int noImages;

    DeidentifyCommand(Composition composition) {
        this.composition = composition;
        desk = new CopyDesk(composition);
    }

    @Override
    public Integer call() throws Exception {
        requireSense();
        try {
            KeyFile key = key();
            ScannerMasks masks = ScannerMasks.open(composition.home().resolve(ScannerMasks.FILE));
            Deidentifier deidentifier = composition.deidentifier(new Deidentification(key.key(), options.options(),
                    options.pixels(), options.pseudonyms(), "Foramen " + ProductVersion.current()), masks);
            List<Source> sources = sources();
            if (dryRun) {
                return preview(deidentifier, sources);
            }
            BatchResult batch = copies(deidentifier, sources);
            if (options.remember) {
                desk.remember(deidentifier, masks, sources).forEach(this::remark);
            }
            print(batch);
            ProofSheet.write(report(), batch, composition.clock().instant());
            boolean all = batch.count(CopyStatus.FAILED) == 0
                    && batch.count(CopyStatus.REFUSED) <= noImages;
            return all && !batch.cancelled() ? 0 : 1;
        } catch (DeidentException e) {
            throw new UserException(e.reason() + ".", e);
        }
    }

    private void requireSense() throws UserException, IOException {
        String wrong = options.contradiction();
        if (wrong.isEmpty() && !dryRun && (output == null || report == null)) {
            wrong = "deidentify needs -o OUT and --report PROOF, or --dry-run to look first.";
        }
        if (!wrong.isEmpty()) {
            throw new ParameterException(spec.commandLine(), wrong);
        }
        if (dryRun) {
            return;
        }
        if (Files.exists(report())) {
            throw new UserException(report() + " is there already; nothing is overwritten. Name another proof.");
        }
        Path out = output().toAbsolutePath().normalize();
        for (Path place : places) {
            if (Files.isDirectory(place) && out.startsWith(place.toAbsolutePath().normalize())) {
                throw new UserException(output() + " lies in " + place
                        + ", which is read; write the copies to another folder.");
            }
        }
        if (Files.isRegularFile(out)) {
            throw new UserException(
                    output() + " is there already; nothing is overwritten. Name another file or folder.");
        }
    }

    private Path output() {
        return java.util.Objects.requireNonNull(output);
    }

    private Path report() {
        return java.util.Objects.requireNonNull(report);
    }

    private KeyFile key() throws IOException, DeidentException {
        Path file = options.key == null ? desk.keyFile() : options.key;
        KeyFile key = desk.key(file, dryRun);
        CopyDesk.remarks(file, key).forEach(this::remark);
        return key;
    }

    private void remark(String sentence) {
        spec.commandLine().getErr().println("foramen: " + sentence);
    }

    private List<Source> sources() throws ClipException {
        CopySources found = desk.find(places, new ConsoleProgress(spec.commandLine().getErr()));
        found.remarks().forEach(this::remark);
        noImages = (int) found.files().stream().filter(f -> f.status() == CopyStatus.REFUSED).count();
        return found.files().stream().map(desk::source).toList();
    }

    private BatchResult copies(Deidentifier deidentifier, List<Source> sources) {
        DeidentBatch batch = new DeidentBatch(deidentifier);
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
        boolean one = sources.size() == 1 && !Files.isDirectory(output())
                && output().toString().toLowerCase(Locale.ROOT).endsWith(".dcm");
        return one ? batch.to(output(), sources.getFirst(), progress) : batch.into(output(), sources, progress);
    }

    private void print(BatchResult batch) {
        for (FileOutcome outcome : batch.files()) {
            String copy = outcome.proof().map(p -> p.output()).orElse("");
            if (json) {
                ObjectNode node = JsonText.object().put("file", outcome.source()).put("status",
                        outcome.status().name().toLowerCase(Locale.ROOT));
                outcome.proof().ifPresentOrElse(p -> node.put("output", copy).put("sha256", p.sha256())
                        .put("frames", p.frames().size()).put("frames_stated", p.statedFrames()),
                        () -> node.put("reason", outcome.reason()));
                out(JsonText.line(node));
            } else if (outcome.proof().isPresent()) {
                String lack = outcome.proof().get().lack();
                out("done     " + outcome.source() + " -> " + copy + (lack.isEmpty() ? "" : ": " + lack + "."));
            } else {
                out(String.format(Locale.ROOT, "%-8s %s: %s.", outcome.status().name().toLowerCase(Locale.ROOT),
                        ClipLocation.printable(outcome.source()), outcome.reason()));
            }
        }
        if (batch.cancelled()) {
            remark("cancelled; what is listed was done, the rest was not begun.");
        }
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
    }

    private int preview(Deidentifier deidentifier, List<Source> sources) throws IOException {
        int status = 0;
        for (Source source : sources) {
            try {
                source.access().with(file -> print(source.name(), deidentifier.preview(file)));
            } catch (DeidentException e) {
                status = e.kind() == DeidentException.Kind.FAILED ? 1 : status;
                notLooked(source.name(), e.kind().name().toLowerCase(Locale.ROOT), e.reason());
            } catch (ClipException e) {
                status = 1;
                notLooked(source.name(), "failed", String.valueOf(e.getMessage()));
            } catch (CancelledException e) {
                return 1;
            }
        }
        return status;
    }

    private void notLooked(String file, String status, String reason) {
        out(json
                ? JsonText.line(JsonText.object().put("file", file).put("status", status).put("reason", reason))
                : String.format(Locale.ROOT, "%-8s %s: %s.", status, ClipLocation.printable(file), reason));
    }

    private void print(String file, Preview preview) {
        if (json) {
            ObjectNode node = JsonText.object().put("file", file).put("pseudonym", preview.pseudonym())
                    .put("columns", preview.columns()).put("rows", preview.rows()).put("frames", preview.frames())
                    .put("bytes", preview.sourceBytes()).put("expected_bytes", preview.expectedBytes());
            ProofSheet.picture(node.putObject("picture"), preview.pixels());
            ArrayNode attributes = node.putArray("attributes");
            preview.changes().forEach(c -> ProofSheet.change(attributes.addObject(), c));
            out(JsonText.line(node));
            return;
        }
        out(file + " would become " + preview.pseudonym());
        String size = preview.frames() == 0
                ? "no picture"
                : String.format(Locale.ROOT, "%d × %d, %d frames", preview.columns(), preview.rows(),
                        preview.frames());
        out(String.format(Locale.ROOT, "  picture: %s, %s; about %.1f MB instead of %.1f MB", size, preview.syntax(),
                preview.expectedBytes() / 1e6, preview.sourceBytes() / 1e6));
        out("  pixels: " + preview.pixels().kind().name().toLowerCase(Locale.ROOT) + ", " + preview.pixels().why());
        preview.pixels().mask().ifPresent(m -> m.boxes().forEach(b -> out("    overwritten " + b.text())));
        preview.changes().forEach(c -> out("  " + c.words()));
    }
}

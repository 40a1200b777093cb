package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.app.composition.ProductVersion;
import foramen.app.composition.UserException;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.CaseStore.StoredCase;
import foramen.domain.casefile.CaseStore.Summary;
import foramen.domain.casefile.ClipRef;
import foramen.domain.casefile.StoreException;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.FrameRef;
import foramen.domain.delivery.ExportKind;
import foramen.domain.delivery.ExportSubject;
import foramen.job.Progress;
import foramen.storage.SqlCaseStore;
import foramen.workspace.export.Bundle;
import foramen.workspace.export.BundleExport;
import foramen.workspace.export.ExportOutcome;
import foramen.workspace.export.ExportService;
import foramen.workspace.export.FileNaming;
import foramen.workspace.export.FrameChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen export}: a case or a clip in every form that others can open. */
@Command(name = "export", description = "Export a case or a clip as pictures, films, documents and DICOM objects.")
final class ExportCommand implements Callable<Integer> {
    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE|FILE", description = "A case of the record by its identifier or the beginning of it, or a clip.")
    private String what = "";

    @Option(names = {"-o",
            "--output"}, required = true, paramLabel = "DIR", description = "The folder to write to; nothing there is overwritten.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path folder;

    @Option(names = "--what", required = true, split = ",", paramLabel = "KIND", description = "png, jpg, tiff, mp4, gif, pdf, csps, sr, sc, seg, dpdf, csv, json, roi, stack or all.")
    private List<String> kinds = List.of();

    @Option(names = "--frames", paramLabel = "FRAMES", defaultValue = "key", description = "For documents of one frame: key, drawn, or numbers such as 3,7-9 (default ${DEFAULT-VALUE}).")
    private String frames = "key";

    @Option(names = "--clip", paramLabel = "N", defaultValue = "0", description = "Which clip of the case, from 1; else the first with something drawn on it.")
    private int clipNumber;

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "", description = "Who exports; else who last worked in the window.")
    private String operator = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ExportCommand(Composition composition) {
        this.composition = composition;
    }

    /** A case and where the clip of it lies that is exported. */
    private record Chosen(Case casefile, OptionalLong version, ClipLocation clip, String operator) {}

    @Override
    public Integer call() throws Exception {
        ExportService service = composition.exports();
        Set<ExportKind> wanted = ExportWords.kinds(kinds, service.kinds());
        Chosen chosen = chosen();
        try (Clip clip = composition.clipReader().open(chosen.clip())) {
            String uid = clip.info().identity().sopInstanceUid();
            if (chosen.casefile().clips().stream().noneMatch(c -> c.sopInstanceUid().equals(uid))) {
                throw new UserException(chosen.clip().name() + " is another clip by now than the one of the case.");
            }
            List<Integer> numbers = frames(chosen.casefile(), uid, clip.info().frames());
            ExportSubject subject = new ExportSubject(chosen.casefile(), clip, numbers.getFirst(),
                    composition.clock().instant(), chosen.operator(), ProductVersion.current());
            Progress progress = json ? Progress.NONE : new ConsoleProgress(spec.commandLine().getErr());
            BundleExport.Result result = new BundleExport(service).write(
                    new Bundle(subject, wanted, numbers, FileNaming.CASE, chosen.version()), folder, e -> {}, progress);
            print(result);
            return result.isComplete() ? 0 : 1;
        }
    }

    private List<Integer> frames(Case c, String uid, int count) throws UserException {
        return switch (frames.strip().toLowerCase(Locale.ROOT)) {
            case "key" -> FrameChoice.KEY.of(c, new FrameRef(uid, 0), count);
            case "drawn" -> FrameChoice.DRAWN.of(c, new FrameRef(uid, 0), count);
            default -> ExportWords.numbers(frames, count);
        };
    }

    private Chosen chosen() throws UserException, StoreException, IOException {
        try (SqlCaseStore store = composition.openStore()) {
            String by = operator.isBlank() ? store.setting("operator").orElse("") : operator;
            Optional<Path> file = file();
            if (file.isPresent()) {
                return ofClip(store, file.get(), by);
            }
            StoredCase stored = named(store);
            Case c = stored.current();
            ClipRef ref = clip(c);
            if (ref.location().isBlank()) {
                throw new UserException("The clip of the case " + c.id().shortName()
                        + " has not been opened here; name its file instead of the case.");
            }
            return new Chosen(c, OptionalLong.of(stored.version()), ClipLocation.parse(ref.location()), by);
        }
    }

    private Optional<Path> file() {
        try {
            Path file = ClipLocation.parse(what).file();
            return Files.exists(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            // No file has such a name, so it is meant as a case.
            return Optional.empty();
        }
    }

    /** The case of a clip, or one that holds nothing but the clip. */
    private Chosen ofClip(SqlCaseStore store, Path file, String by) throws StoreException, IOException {
        ClipLocation location = ClipLocation.parse(what).absolute();
        try (Clip clip = composition.clipReader().open(location)) {
            var info = clip.info();
            Optional<StoredCase> known = store.findByClip(info.identity().sopInstanceUid());
            if (known.isPresent()) {
                return new Chosen(known.get().current(), OptionalLong.of(known.get().version()), location, by);
            }
            Case bare = Case.begin(new CaseId(composition.newId()), composition.clock().instant())
                    .withPatient(info.patient()).withSide(info.laterality())
                    .withClip(new ClipRef(info.identity().sopInstanceUid(), file.toString(), ""));
            return new Chosen(bare, OptionalLong.empty(), location, by);
        }
    }

    private StoredCase named(SqlCaseStore store) throws StoreException, UserException {
        List<CaseId> found = store.list().stream().map(Summary::id).filter(id -> id.value().startsWith(what)).toList();
        List<CaseId> exact = found.stream().filter(id -> id.value().equals(what)).toList();
        List<CaseId> meant = exact.isEmpty() ? found : exact;
        if (meant.size() > 1) {
            throw new UserException(what + " is the beginning of " + meant.size()
                    + " cases; write more of the identifier.");
        }
        if (meant.isEmpty() || what.isBlank()) {
            throw new UserException(what + " is no file and no case of the record.");
        }
        return store.find(meant.getFirst()).orElseThrow(
                () -> new UserException("The case " + what + " is not in the record any more."));
    }

    private ClipRef clip(Case c) throws UserException {
        if (c.clips().isEmpty()) {
            throw new UserException("The case " + c.id().shortName() + " has no clip.");
        }
        if (clipNumber > c.clips().size() || clipNumber < 0) {
            throw new UserException("--clip " + clipNumber + ": the case has " + c.clips().size()
                    + (c.clips().size() == 1 ? " clip." : " clips."));
        }
        return clipNumber > 0
                ? c.clips().get(clipNumber - 1)
                : c.clips().stream().filter(r -> isDrawnOn(c, r)).findFirst().orElse(c.clips().getFirst());
    }

    private static boolean isDrawnOn(Case c, ClipRef ref) {
        return c.annotations().stream().anyMatch(a -> a.frame().sopInstanceUid().equals(ref.sopInstanceUid()))
                || c.plans().stream().anyMatch(p -> p.frame().sopInstanceUid().equals(ref.sopInstanceUid()));
    }

    private void print(BundleExport.Result result) {
        if (json) {
            spec.commandLine().getOut().println(JsonText.line(object(result)));
            return;
        }
        for (ExportOutcome outcome : result.result().outcomes()) {
            line(switch (outcome) {
                case ExportOutcome.Written w -> "written  " + w.file();
                case ExportOutcome.LeftOut l -> "left out " + l.sentence();
                case ExportOutcome.Failed f -> "failed   " + f.sentence();
            });
        }
        result.manifest().ifPresent(m -> line("manifest " + m));
        if (!result.complaint().isEmpty()) {
            line("failed   " + result.complaint());
        }
    }

    private void line(String words) {
        spec.commandLine().getOut().println(words);
    }

    private static ObjectNode object(BundleExport.Result result) {
        ObjectNode node = JsonText.object().put("folder", result.result().folder().toString()).put("complete",
                result.isComplete());
        ArrayNode documents = node.putArray("documents");
        for (ExportOutcome outcome : result.result().outcomes()) {
            ObjectNode one = documents.addObject().put("kind", outcome.kind().name().toLowerCase(Locale.ROOT));
            switch (outcome) {
                case ExportOutcome.Written w -> one.put("outcome", "written").put("file", w.file().toString())
                        .put("bytes", w.bytes()).put("sha256", w.sha256());
                case ExportOutcome.LeftOut l -> one.put("outcome", "left_out").put("reason", l.sentence());
                case ExportOutcome.Failed f -> one.put("outcome", "failed").put("reason", f.sentence());
            }
        }
        node.put("manifest", result.manifest().map(Path::toString).orElse(null));
        if (!result.complaint().isEmpty()) {
            node.put("complaint", result.complaint());
        }
        return node;
    }
}

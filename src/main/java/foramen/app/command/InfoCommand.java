package foramen.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import foramen.app.composition.Composition;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.FileScale;
import foramen.domain.clip.FrameTiming;
import foramen.domain.clip.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foramen info}: what clips say about themselves. */
@Command(name = "info", description = "Tell what a clip is, or list the clips of a folder, a ZIP archive or a DICOMDIR.")
final class InfoCommand implements Callable<Integer> {
    private final Composition composition;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Clips, folders, ZIP archives, DICOMDIRs.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> files;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    InfoCommand(Composition composition) {
        this.composition = composition;
    }

    @Override
    public Integer call() {
        int status = 0;
        ClipCatalogs catalogs = composition.clipCatalogs();
        for (Path file : files) {
            boolean good = catalogs.holdsSeveral(file) ? several(catalogs, file) : one(file);
            status = good ? status : 1;
        }
        return status;
    }

    private boolean one(Path file) {
        try (Clip clip = composition.clipReader().open(file)) {
            if (json) {
                spec.commandLine().getOut().println(JsonText.line(describe(file.toString(), clip.info())));
            } else {
                print(file, clip.info(), clip.context());
            }
            return true;
        } catch (ClipException e) {
            failed(file.toString(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void failed(String file, String sentence) {
        spec.commandLine().getErr().println("foramen: " + sentence);
        if (json) {
            spec.commandLine().getOut()
                    .println(JsonText.line(JsonText.object().put("file", file).put("error", sentence)));
        }
    }

    private boolean several(ClipCatalogs catalogs, Path place) {
        ClipCatalog catalog;
        try {
            catalog = catalogs.list(List.of(place), new ConsoleProgress(spec.commandLine().getErr()));
        } catch (ClipException e) {
            failed(place.toString(), String.valueOf(e.getMessage()));
            return false;
        }
        if (json) {
            catalog.entries().forEach(
                    e -> spec.commandLine().getOut().println(JsonText.line(describe(e))));
            catalog.skipped().forEach(s -> spec.commandLine().getOut().println(
                    JsonText.line(JsonText.object().put("file", s.file()).put("skipped", s.kind()))));
        } else {
            CatalogTable.print(catalog, spec.commandLine().getOut());
        }
        catalog.warnings().forEach(w -> spec.commandLine().getErr().println("foramen: " + w));
        catalog.problems().forEach(p -> failed(p.file(), p.words()));
        return catalog.problems().isEmpty();
    }

    private ObjectNode describe(ClipEntry entry) {
        ObjectNode node = describe(entry.location().text(), entry.info());
        ClipContext context = entry.context();
        node.put("label", entry.label()).put("kind", context.kind());
        node.put("patient", entry.info().patient().name()).put("patient_id", entry.info().patient().id());
        context.studyDate().ifPresent(d -> node.put("study_date", d.toString()));
        node.put("study", context.study()).put("series", context.series());
        context.seriesNumber().ifPresent(n -> node.put("series_number", n));
        context.instanceNumber().ifPresent(n -> node.put("instance_number", n));
        return node;
    }

    private ObjectNode describe(String file, ClipInfo info) {
        ObjectNode node = JsonText.object().put("file", file);
        node.put("sop_class_uid", info.identity().sopClassUid());
        node.put("sop_class", composition.uidName(info.identity().sopClassUid()));
        node.put("sop_instance_uid", info.identity().sopInstanceUid());
        node.put("transfer_syntax_uid", info.identity().transferSyntaxUid());
        node.put("transfer_syntax", composition.uidName(info.identity().transferSyntaxUid()));
        node.put("rows", info.rows()).put("columns", info.columns()).put("frames", info.frames());
        timing(node, info.timing());
        node.put("photometric", info.photometric());
        node.put("laterality", info.laterality().letter());
        ArrayNode regions = node.putArray("regions");
        info.calibration().regions().forEach(r -> regions.add(region(r)));
        fileScale(node, info.calibration().file());
        node.set("calibration", JsonText.calibration(info.calibration()));
        ArrayNode warnings = node.putArray("warnings");
        info.warnings().forEach(warnings::add);
        return node;
    }

    private static void timing(ObjectNode node, FrameTiming timing) {
        node.put("frames_per_second", timing.framesPerSecond());
        node.put("duration_ms", timing.durationMillis());
        node.put("timing_source", timing.source());
        ArrayNode times = node.putArray("frame_times_ms");
        for (int i = 0; i < timing.frames(); i++) {
            times.add(timing.startMillis(i));
        }
        ObjectNode stated = node.putObject("timing_stated");
        timing.stated().forEach((name, value) -> stated.put(name.toLowerCase(Locale.ROOT).replace(' ', '_'), value));
        node.putObject("playback").put("first_frame", timing.playback().first() + 1)
                .put("last_frame", timing.playback().last() + 1)
                .put("sequencing", timing.playback().sequencing().name().toLowerCase(Locale.ROOT));
    }

    /** What the file says about its scale beside the regions. */
    private static void fileScale(ObjectNode node, FileScale file) {
        file.spacing().ifPresent(s -> {
            node.putArray("pixel_spacing_mm").add(s.rowMm()).add(s.columnMm());
            if (!s.calibrationType().isEmpty()) {
                node.put("pixel_spacing_calibration_type", s.calibrationType());
            }
        });
        node.put("pixel_aspect", file.pixelAspect());
        file.depthMm().ifPresent(d -> node.put("depth_of_scan_field_mm", d));
    }

    private static ObjectNode region(Region r) {
        ObjectNode node = JsonText.object();
        node.put("description", r.description());
        node.put("spatial_format", r.spatialFormat()).put("data_type", r.dataType()).put("flags", r.flags());
        node.put("x0", r.minX()).put("y0", r.minY()).put("x1", r.maxX()).put("y1", r.maxY());
        r.reference().ifPresent(p -> node.put("reference_x", p.x()).put("reference_y", p.y()));
        node.put("units_x", unit(r.unitsX())).put("units_y", unit(r.unitsY()));
        node.put("delta_x", r.deltaX()).put("delta_y", r.deltaY());
        node.put("reference_value_x", r.referenceValueX()).put("reference_value_y", r.referenceValueY());
        node.put("scaling_protected", r.isScalingProtected());
        if (r.spatialFormat() == Region.SPECTRAL) {
            node.put("doppler_scale", r.isFrequencyScale() ? "frequency" : "velocity");
        }
        node.put("measurable", r.isMeasurable());
        return node;
    }

    /** Physical Units X/Y Direction (0018,6024), PS3.3 C.8.5.5.1.15. */
    private static String unit(int code) {
        return switch (code) {
            case 0 -> "none";
            case 1 -> "%";
            case 2 -> "dB";
            case 3 -> "cm";
            case 4 -> "s";
            case 5 -> "Hz";
            case 6 -> "dB/s";
            case 7 -> "cm/s";
            case 8 -> "cm2";
            case 9 -> "cm2/s";
            case 10 -> "cm3";
            case 11 -> "cm3/s";
            case 12 -> "deg";
            default -> "unknown " + code;
        };
    }

    private void print(Path file, ClipInfo info, ClipContext context) {
        var out = spec.commandLine().getOut();
        out.println(file);
        if (info.identity().sopClassUid().isEmpty()) {
            out.println("  " + (context.kind().isBlank() ? "no stated kind" : context.kind()));
        } else {
            out.printf("  %s, %s%n", composition.uidName(info.identity().sopClassUid()),
                    composition.uidName(info.identity().transferSyntaxUid()));
        }
        out.printf(Locale.ROOT, "  %d × %d, %d %s, %.1f frames/s (%s), %s%n", info.columns(), info.rows(),
                info.frames(), info.frames() == 1 ? "frame" : "frames", info.timing().framesPerSecond(),
                info.timing().source(), info.photometric());
        info.calibration().regions()
                .forEach(r -> out.printf(Locale.ROOT, "  region %d,%d – %d,%d: %s, %s × %s, %.6g × %.6g a pixel%n",
                        r.minX(), r.minY(), r.maxX(), r.maxY(), r.description(), unit(r.unitsX()), unit(r.unitsY()),
                        r.deltaX(), r.deltaY()));
        out.println("  calibration: " + info.calibration().summary());
        info.warnings().forEach(w -> out.println("  warning: " + w));
    }
}

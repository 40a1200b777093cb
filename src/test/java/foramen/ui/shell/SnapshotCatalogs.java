package foramen.ui.shell;

import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalog.Problem;
import foramen.domain.clip.ClipCatalog.Skipped;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.patient.Patient;
import foramen.job.Progress;
import foramen.testing.FakeClip;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Archives that are not there, with clips of two patients or with none. */
final class SnapshotCatalogs implements ClipCatalogs {
    @Override
    public boolean holdsSeveral(Path place) {
        return place.toString().endsWith(".zip");
    }

    @Override
    public ClipCatalog list(List<Path> places, Progress progress) {
        boolean some = places.getFirst().endsWith("some.zip");
        List<ClipEntry> entries = new ArrayList<>();
        for (int i = 1; some && i <= 8; i++) {
            entries.add(entry(i));
        }
        List<Problem> problems = List.of(new Problem("US/IM0009", "US/IM0009 is damaged: The file ends early (at byte"
                + " 8231)."), new Problem("US/IM0011",
                        "US/IM0011 is compressed with MPEG-4, which Foramen cannot decode yet."));
        return new ClipCatalog(some ? "Deep gluteal 2026-03.zip" : "Letters.zip", entries, problems,
                List.of(new Skipped("a", "Comprehensive SR"), new Skipped("b", "other file"),
                        new Skipped("c", "other file")),
                List.of());
    }

    static ClipEntry entry(int i) {
        boolean second = i > 6;
        ClipInfo c = FakeClip.calibrated().info();
        Patient patient = second
                ? new Patient("Sample^Bernadette-Charlotte", "FX-0002", Optional.empty(), "F", Optional.empty())
                : c.patient();
        ClipInfo info = new ClipInfo(new ClipInfo.ClipIdentity(c.identity().sopClassUid(), "2.25.9" + i,
                "2.25.7" + (i > 3), "2.25.6", c.identity().transferSyntaxUid()), c.columns(), c.rows(), c.timing(),
                c.photometric(), c.calibration(), patient, c.laterality(), c.acquired(), c.origin(), c.warnings());
        return new ClipEntry(ClipLocation.of(Path.of("").toAbsolutePath().resolve("US/IM000" + i)),
                "US/2026-03-14/Deep gluteal region/IM000" + i, info,
                new ClipContext("Ultrasound Multi-frame Image", Optional.of(LocalDate.of(2026, 3, 14)),
                        "Deep gluteal, both sides", OptionalInt.of(i > 3 ? 2 : 1),
                        i > 3 ? "Ischial spine" : "Piriformis", OptionalInt.of(i)));
    }
}

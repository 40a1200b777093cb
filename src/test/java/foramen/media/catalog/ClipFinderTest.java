package foramen.media.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalog.Problem;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.job.CancelledException;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFinderTest {
    private Path folder = Path.of("unset");
    private Path spool = Path.of("unset");
    private CatalogLimits limits = Places.SMALL;

    @BeforeEach
    void makeFolders(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("place"));
        spool = Files.createDirectory(temp.resolve("spool"));
    }

    private ClipCatalog list(Path... places) throws ClipException {
        return new ClipFinder(Places.reader(spool, limits), Places.noIndex(), limits).list(List.of(places),
                Progress.NONE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path archive(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.zip"), bytes);
    }

    private static List<String> labels(ClipCatalog catalog) {
        return catalog.entries().stream().map(ClipEntry::label).toList();
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList(), "copies that were not removed");
        }
    }

    @Test
    void aFolderListsItsClipsCountsWhatIsNoneAndSaysWhichFileFailedAndWhy() throws Exception {
        write("b/two", Places.CLIP);
        write("one.dcm", Places.CLIP);
        write("bad.dcm", Places.BROKEN);
        write("report.dcm", Places.REPORT);
        write("notes.txt", "Dear colleague");
        write("liar.dcm", "Dear colleague");
        write(".hidden", Places.CLIP);
        ClipCatalog catalog = list(folder);
        assertEquals(List.of("b/two", "one.dcm"), labels(catalog));
        assertEquals(new Problem("bad.dcm", "bad.dcm is damaged (at byte 5)."), catalog.problems().getFirst());
        assertTrue(catalog.problems().get(1).sentence().contains("at byte 0 it has 44 65 61 72"),
                catalog.problems().toString());
        assertEquals("{other file=1, report=1}", catalog.skippedByKind().toString());
        assertEquals("2 clips in place; 2 files could not be opened.", catalog.summary());
    }

    @Test
    void linksAreNotFollowedOutOfAFolderNorRoundInIt() throws Exception {
        write("in/one", Places.CLIP);
        Files.writeString(spool.resolve("secret"), Places.CLIP);
        Files.createSymbolicLink(folder.resolve("in/out"), spool);
        Files.createSymbolicLink(folder.resolve("in/file"), spool.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("in/round"), folder);
        ClipCatalog catalog = list(folder);
        assertEquals(List.of("in/one"), labels(catalog));
        assertEquals(3, catalog.skipped().size());
    }

    @Test
    void aFolderTooDeepOrTooFullIsLookedAtInPartAndSaysSo() throws Exception {
        write("a/b/c/d/e/deep", Places.CLIP);
        assertTrue(String.join(" ", list(folder).warnings()).contains("deeper than 4"));
        for (int i = 0; i < 12; i++) {
            write("n" + i, Places.CLIP);
        }
        ClipCatalog catalog = list(folder);
        assertEquals(8, catalog.entries().size());
        assertTrue(String.join(" ", catalog.warnings()).contains("more than 8 files"), catalog.warnings().toString());
    }

    @Test
    void anArchiveIsListedAndItsEntriesOpenAgainByTheirPlaceAlone() throws Exception {
        Path zip = archive(Places.zip("x/one", Places.CLIP, "two", Places.CLIP, "r", Places.REPORT, "inner.zip",
                "PK\u0003\u0004 nested", "__MACOSX/._one", Places.CLIP));
        ClipCatalog catalog = list(zip);
        assertEquals(List.of("two", "x/one"), labels(catalog));
        assertEquals("{ZIP archive=1, report=1}", catalog.skippedByKind().toString());
        nothingIsLeft();
        String text = catalog.entries().get(1).location().text();
        try (Clip clip = Places.reader(spool, limits).open(ClipLocation.parse(text))) {
            assertEquals(90, clip.info().frames());
            try (Stream<Path> copies = Files.list(spool)) {
                assertEquals(1, copies.count());
            }
        }
        nothingIsLeft();
    }

    @Test
    void aNameThatClimbsOutOfAnArchiveIsOnlyAName() throws Exception {
        String up = "../../../../../../../../../../tmp/foramen-slipped";
        Path zip = archive(Places.zip(up, Places.CLIP, "/etc/absolute", Places.CLIP, "..\\..\\back", Places.CLIP,
                "C:\\x", Places.CLIP));
        ClipCatalog catalog = list(zip);
        assertEquals(4, catalog.entries().size());
        for (ClipEntry entry : catalog.entries()) {
            Places.reader(spool, limits).open(ClipLocation.parse(entry.location().text())).close();
        }
        assertTrue(Files.notExists(Path.of("/tmp/foramen-slipped")));
        try (Stream<Path> files = Files.walk(folder.resolveSibling("."))) {
            assertEquals(List.of("a.zip"), files.filter(Files::isRegularFile).map(f -> f.getFileName().toString())
                    .toList());
        }
        nothingIsLeft();
    }

    @Test
    void anEntryThatSwellsOutOfAllProportionIsGivenUp() throws Exception {
        ClipCatalog catalog = list(archive(Places.zip("bomb", Places.CLIP + "\0".repeat(200_000), "good",
                Places.CLIP)));
        assertEquals(List.of("good"), labels(catalog));
        assertTrue(catalog.problems().getFirst().sentence().contains("more than 50 times its size"),
                catalog.problems().toString());
        nothingIsLeft();
    }

    @Test
    void entriesThatAreTooMuchTogetherOrAloneAreGivenUp() throws Exception {
        limits = new CatalogLimits(8, 4, 300_000, 500_000, 1_000_000, 50);
        String large = Places.CLIP + "\0".repeat(240_000);
        ClipCatalog catalog = list(archive(Places.zip("a", large, "b", large, "c", large, "d",
                Places.CLIP + "\0".repeat(310_000))));
        assertEquals(List.of("a", "b"), labels(catalog));
        assertEquals(List.of("c", "d"), catalog.problems().stream().map(Problem::file).toList());
        assertTrue(catalog.problems().getFirst().sentence().contains("more than Foramen takes"));
        nothingIsLeft();
    }

    @Test
    void anArchiveOfTooManyEntriesIsLookedAtInPart() throws Exception {
        String[] entries = new String[40];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "n" + i;
            entries[i + 1] = Places.CLIP;
        }
        ClipCatalog catalog = list(archive(Places.zip(entries)));
        assertEquals(8, catalog.entries().size());
        assertEquals(List.of("a.zip has more than 8 entries; the rest was not looked at."), catalog.warnings());
    }

    @Test
    void aChangedByteAndANameUsedTwiceAreFound() throws Exception {
        byte[] zip = Places.zip("one", Places.CLIP, "two", Places.CLIP + " other");
        ClipCatalog twice = list(archive(Places.replaced(zip, "two", "one")));
        assertEquals(List.of(), twice.entries());
        assertTrue(twice.problems().getFirst().sentence().contains("is twice in a.zip"), twice.problems().toString());
        // The checksum stands in the directory of the archive, 16 bytes behind its mark.
        String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] broken = zip.clone();
        broken[text.indexOf("PK\u0001\u0002") + 16] ^= 1;
        ClipCatalog catalog = list(archive(broken));
        assertTrue(catalog.problems().getFirst().sentence().contains("checksum is wrong"),
                catalog.problems().toString());
    }

    @Test
    void aLockedOrDamagedArchiveIsRefusedInASentence() throws Exception {
        byte[] zip = Places.zip("one", Places.CLIP);
        int directory = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        byte[] locked = zip.clone();
        locked[directory + 8] |= 1;
        assertTrue(refusal(locked).contains("locked with a password"));
        byte[] uncommon = zip.clone();
        uncommon[directory + 10] = 9;
        assertTrue(refusal(uncommon).contains("does not unpack"));
        assertTrue(refusal(java.util.Arrays.copyOf(zip, zip.length - 30)).contains("damaged ZIP archive"));
    }

    private String refusal(byte[] zip) throws IOException {
        Path file = archive(zip);
        return String.valueOf(assertThrows(ClipException.class, () -> list(file)).getMessage());
    }

    @Test
    void severalFilesAreListedTogetherAndOneThatIsMissingSpoilsNothing() throws Exception {
        Path one = write("one", Places.CLIP);
        Path zip = archive(Places.zip("two", Places.CLIP));
        ClipCatalog catalog = list(one, zip, folder.resolve("gone"));
        assertEquals(List.of("one", "two"), labels(catalog));
        assertEquals("2 clips in 3 files; one file could not be opened.", catalog.summary());
    }

    @Test
    void aListingStopsWhenNobodyWaitsForItAnyMore() throws Exception {
        write("one", Places.CLIP);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        ClipFinder finder = new ClipFinder(Places.reader(spool, limits), Places.noIndex(), limits);
        assertThrows(CancelledException.class, () -> finder.list(List.of(folder), cancelled));
        assertTrue(finder.holdsSeveral(folder));
        assertFalse(finder.holdsSeveral(folder.resolve("one")));
    }

    @Test
    void whatACrashedProcessLeftIsRemovedAndWhatALiveOneUsesIsNot() throws Exception {
        long gone = new ProcessBuilder("true").start().onExit().join().pid();
        Path left = Files.createDirectory(spool.resolve("foramen-spool-" + gone + "-1"));
        Files.writeString(left.resolve("clip"), "left");
        Path used = Files.createDirectory(spool.resolve("foramen-spool-" + ProcessHandle.current().pid() + "-1"));
        Files.writeString(used.resolve("clip"), "used");
        list(archive(Places.zip("two", Places.CLIP)));
        assertTrue(Files.notExists(left));
        assertTrue(Files.exists(used.resolve("clip")));
    }
}

package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.io.DicomBytes;
import foramen.dicom.write.PixelEncoding;
import foramen.dicom.write.UltrasoundFixtures;
import foramen.dicom.write.UltrasoundMultiframeWriter;
import foramen.domain.clip.ClipCatalog.Problem;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.FileSetReader.FileSet;
import foramen.domain.clip.FileSetReader.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomDirectoryReaderTest {
    private static final DicomDirectoryReader READER = new DicomDirectoryReader();

    @Test
    void aDicomdirMadeByDcmtkNamesEveryFileOnTheMedium(@TempDir Path medium) throws Exception {
        Assumptions.assumeTrue(SampleFiles.isInstalled("dcmmkdir"), "DCMTK's dcmmkdir is not installed");
        Files.createDirectory(medium.resolve("US"));
        for (int i = 1; i <= 3; i++) {
            new UltrasoundMultiframeWriter().write(medium.resolve("US/IM000" + i),
                    UltrasoundFixtures.object("medium-" + i), 2, n -> UltrasoundFixtures.frame(32, 24, n),
                    PixelEncoding.JPEG_BASELINE);
        }
        String said = SampleFiles.run(List.of("dcmmkdir", "-Pgp", "+id", medium.toString(), "+D",
                medium.resolve("DICOMDIR").toString(), "-Nxc", "-W", "US/IM0001", "US/IM0002", "US/IM0003"));
        assertTrue(Files.exists(medium.resolve("DICOMDIR")), said);
        assertTrue(READER.recognises(Files.readAllBytes(medium.resolve("DICOMDIR"))));
        FileSet set = READER.read(medium.resolve("DICOMDIR"));
        assertEquals(List.of("US/IM0001", "US/IM0002", "US/IM0003"),
                set.images().stream().map(Reference::label).toList(), set.toString());
        assertEquals(List.of(), set.problems());
        for (Reference image : set.images()) {
            try (DicomClip clip = new DicomClipReader().open(image.file())) {
                assertEquals(image.sopInstanceUid(), clip.info().identity().sopInstanceUid());
            }
        }
    }

    @Test
    void caseVersionsAndSlashesAreForgivenAndWhatIsMissingIsListed(@TempDir Path medium) throws Exception {
        Files.createDirectories(medium.resolve("dicom/us"));
        Files.createFile(medium.resolve("dicom/us/im1"));
        Files.createFile(medium.resolve("dicom/us/IM2.;1"));
        FileSet set = read(medium, "DICOM\\US\\IM1", "DICOM/US/IM2", "DICOM\\US\\IM3");
        assertEquals(List.of("DICOM/US/IM1", "DICOM/US/IM2"), set.images().stream().map(Reference::label).toList());
        Problem missing = set.problems().getFirst();
        assertEquals("DICOM/US/IM3", missing.file());
        assertTrue(missing.sentence().contains("which is not in"), missing.sentence());
    }

    @Test
    void namesThatLeadOutOfTheFolderAndLinksAreNeverFollowed(@TempDir Path temp) throws Exception {
        Path medium = Files.createDirectory(temp.resolve("medium"));
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.createSymbolicLink(medium.resolve("LINK"), secret);
        Files.createSymbolicLink(medium.resolve("OUT"), temp);
        FileSet set = read(medium, "..\\secret", "..", "/etc/passwd", "\\etc\\passwd", "C:\\x", "LINK", "OUT\\secret",
                secret.toString(), "A\\..\\..\\secret", ".\\LINK", "OUT/../OUT/secret");
        assertEquals(List.of(), set.images());
        assertTrue(set.problems().size() >= 10, set.problems().toString());
    }

    @Test
    void otherRecordsAreSkippedAndDeadOnesAreNot(@TempDir Path medium) throws Exception {
        Files.createFile(medium.resolve("A"));
        byte[] file = index(record("SR DOCUMENT", "A", 0xFFFF), record("IMAGE", "A", 0), record("IMAGE", "A", 0xFFFF));
        FileSet set = READER.read(Files.write(medium.resolve("DICOMDIR"), file));
        assertEquals(1, set.images().size());
        assertEquals("sr document record", set.skipped().getFirst().kind());
    }

    @Test
    void anotherObjectIsNoIndex(@TempDir Path medium) throws Exception {
        Path file = medium.resolve("a.dcm");
        new UltrasoundMultiframeWriter().write(file, UltrasoundFixtures.object("x"), 1,
                n -> UltrasoundFixtures.frame(32, 24, n), PixelEncoding.JPEG_BASELINE);
        assertEquals("a.dcm is no DICOMDIR.",
                assertThrows(ClipException.class, () -> READER.read(file)).getMessage());
    }

    private static FileSet read(Path medium, String... ids) throws IOException {
        DicomBytes[] records = Arrays.stream(ids).map(id -> record("IMAGE", id, 0xFFFF)).toArray(DicomBytes[]::new);
        return READER.read(Files.write(medium.resolve("DICOMDIR"), index(records)));
    }

    private static DicomBytes record(String type, String id, int inUse) {
        return DicomBytes.explicit().number(Tag.RECORD_IN_USE, "US", 2, inUse).text(Tag.RECORD_TYPE, "CS", type)
                .text(Tag.REFERENCED_FILE_ID, "CS", id);
    }

    private static byte[] index(DicomBytes... records) {
        DicomBytes body = DicomBytes.explicit();
        DicomBytes items = DicomBytes.explicit();
        for (DicomBytes record : records) {
            items.mark(Tag.ITEM, record.bytes().length).raw(record.bytes());
        }
        body.header(Tag.DIRECTORY_RECORDS, "SQ", items.bytes().length).raw(items.bytes());
        body.text(Tag.SOP_CLASS_UID, "UI", Uid.MEDIA_STORAGE_DIRECTORY);
        return DicomBytes.file("1.2.840.10008.1.2.1", body.bytes());
    }
}

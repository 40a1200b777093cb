package foramen.domain.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipLocationTest {
    @Property(tries = 300)
    void anEntryOfWhateverNameIsFoundAgainByItsText(@ForAll String entry) {
        ClipLocation location = ClipLocation.in(Path.of("/no/such/folder/a.zip"), entry);
        assertEquals(location, ClipLocation.parse(location.text()));
    }

    @Test
    void aFileWhoseNameLooksLikeAnEntryIsStillAFile(@TempDir Path folder) throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a!"));
        Path file = Files.createFile(odd.resolve("b.dcm"));
        assertEquals(ClipLocation.of(file), ClipLocation.parse(file.toString()));
        Path zip = Files.createFile(odd.resolve("c.zip"));
        assertEquals(ClipLocation.in(zip, "x!/y"), ClipLocation.parse(zip + "!/x!/y"));
    }

    @Test
    void aNameThatWouldTurnALineRoundIsShownWithoutThat() {
        assertEquals("photo\uFFFDgpj.exe", ClipLocation.printable("photo\u202Egpj.exe"));
        assertEquals("\uFFFD[31mred\uFFFD", ClipLocation.printable("\u001B[31mred\n"));
        assertEquals("evil", ClipLocation.in(Path.of("a.zip"), "../../evil").name());
    }
}

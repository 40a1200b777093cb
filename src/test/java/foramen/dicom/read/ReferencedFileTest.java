package foramen.dicom.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Names of every kind against a folder that has links out of it. */
class ReferencedFileTest {
    private static final List<Path> FOLDERS = new CopyOnWriteArrayList<>();

    @BeforeContainer
    static void make() throws IOException {
        Path temp = Files.createTempDirectory("foramen-referenced");
        Path root = Files.createDirectories(temp.resolve("root/A/B"));
        Files.createFile(root.resolve("C"));
        Files.createFile(temp.resolve("root/D.;1"));
        Files.createFile(temp.resolve("E"));
        Files.createSymbolicLink(root.resolve("OUT"), temp);
        Files.createSymbolicLink(root.resolve("E"), temp.resolve("E"));
        FOLDERS.add(temp);
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.walkFileTree(FOLDERS.removeFirst(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Provide
    Arbitrary<List<String>> ids() {
        Arbitrary<String> likely = Arbitraries.of("A", "a", "B", "C", "c", "D", "d;1", "E", "OUT", "..", ".", "",
                "/", "A/B", "../E", "A/B/OUT/E", "A\\B\\C", "C:", "\0", "~", "...", "OUT/root");
        return Arbitraries.oneOf(likely, likely, Arbitraries.strings().ofMaxLength(6)).list().ofMaxSize(5);
    }

    @Property(tries = 2000)
    void whatIsFoundIsAlwaysARealFileInsideTheFolder(@ForAll("ids") List<String> id) throws IOException {
        Path root = FOLDERS.getFirst().resolve("root").toRealPath();
        Optional<List<String>> parts = ReferencedFile.parts(id);
        Optional<Path> found = parts.isPresent() ? new ReferencedFile(root).find(parts.get()) : Optional.empty();
        found.ifPresent(f -> {
            assertTrue(Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS), id.toString());
            assertTrue(f.startsWith(root), id.toString());
            assertTrue(List.of("C", "D.;1").contains(String.valueOf(f.getFileName())), id.toString());
        });
    }
}

package foramen.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {
    @Test
    void bytesAreReadWhereTheyLie(@TempDir Path folder) throws IOException {
        try (SharedFile file = new SharedFile(file(folder))) {
            assertEquals(5, file.size());
            assertEquals(4, read(file, 3));
            assertEquals(-1, file.read(ByteBuffer.allocate(1), 5));
        }
    }

    @Test
    void oneJobThatIsInterruptedDoesNotCloseItForTheOthers(@TempDir Path folder) throws IOException {
        try (SharedFile file = new SharedFile(file(folder))) {
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, () -> file.read(ByteBuffer.allocate(1), 0));
            assertTrue(Thread.interrupted());
            assertEquals(2, read(file, 1));
        }
    }

    @Test
    void onceClosedItStaysClosed(@TempDir Path folder) throws IOException {
        SharedFile file = new SharedFile(file(folder));
        file.close();
        assertThrows(ClosedChannelException.class, () -> file.read(ByteBuffer.allocate(1), 0));
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Path absent = folder.resolve("absent");
        var e = assertThrows(NoSuchFileException.class, () -> new SharedFile(absent).close());
        assertEquals(absent.toString(), e.getFile());
    }

    private static int read(SharedFile file, long at) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        assertEquals(1, file.read(one, at));
        return one.get(0);
    }

    private static Path file(Path folder) throws IOException {
        return Files.write(folder.resolve("five"), new byte[]{1, 2, 3, 4, 5});
    }
}

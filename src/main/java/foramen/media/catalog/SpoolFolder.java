package foramen.media.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where entries of archives are unpacked while they are looked at: private folders under names of our own making, each
 * removed as soon as its clip is closed. What a crashed process left is removed by the next one.
 */
public final class SpoolFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
    private static final String PREFIX = "foramen-spool-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");
    private static final String FILE = "clip";

    private final Path parent;
    private final AtomicBoolean swept = new AtomicBoolean();

    /** Spools under {@code parent}, which must be there. */
    public SpoolFolder(Path parent) {
        this.parent = parent;
    }

    /** Spools in the system's folder for temporary files. */
    public static SpoolFolder ofThisProcess() {
        return new SpoolFolder(Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /** A path for a new file, in a new folder that on POSIX systems only this user may enter. */
    Path newFile() throws IOException {
        if (swept.compareAndSet(false, true)) {
            sweep();
        }
        return Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-").resolve(FILE);
    }

    /** Removes a file of {@link #newFile()} and its folder. */
    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // It holds a patient's picture, so somebody should know; the next start tries again.
            LOG.warn("The unpacked copy {} could not be removed", file, e);
        }
    }

    private void sweep() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
                boolean left = name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
                if (left && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    remove(folder.resolve(FILE));
                }
            }
        } catch (IOException e) {
            LOG.warn("What an earlier process left in {} could not be looked through", parent, e);
        }
    }
}

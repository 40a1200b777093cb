package foramen.dicom.deident;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that gets its name only when it is whole, on the disk and checked; a name that is taken is never taken over.
 */
final class WholeFile {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);
    private static final int BUFFER = 1 << 20;

    private WholeFile() {}

    /** What fills the file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What has to hold before the file gets its name. */
    interface Check {
        void check(Path written) throws IOException, DeidentException;
    }

    /**
     * Writes {@code target}, whose folder is made where it is not there.
     *
     * @throws FileAlreadyExistsException where the name is taken
     */
    static void write(Path target, Content content, Check check) throws IOException, DeidentException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is no name for a file");
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        List<Path> made = missing(folder);
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            writeIn(folder, target, content, check);
            whole = true;
        } finally {
            if (!whole) {
                removeEmpty(made);
            }
        }
    }

    private static void writeIn(Path folder, Path target, Content content, Check check)
            throws IOException, DeidentException {
        Path temporary = Files.createTempFile(folder, ".foramen-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            check.check(temporary);
            name(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What is not there yet of {@code folder} and the folders that it lies in, the innermost first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path p = folder; p != null && !Files.exists(p); p = p.getParent()) {
            missing.add(p);
        }
        return missing;
    }

    private static void removeEmpty(List<Path> folders) {
        try {
            for (Path p : folders) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            LOG.debug("A folder that was made for the copy stays, for there is something else in it", e);
        }
    }

    private static void name(Path temporary, Path target) throws IOException {
        try {
            // A link appears whole or not at all and never replaces a file.
            Files.createLink(target, temporary);
            return;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("This file system has no links; the name is taken first", e);
        }
        Files.createFile(target);
        boolean moved = false;
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** The SHA-256 of a file, in hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package foramen.job;

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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file so that its final name never stands for less than the whole: a temporary file in the same folder,
 * forced to the disk, read back and compared, then renamed in one step; a name that is taken is never taken over.
 * Whatever ends it early, nothing is left behind, nor a folder made for it.
 */
public final class DurableFile {
    private static final Logger LOG = LoggerFactory.getLogger(DurableFile.class);
    private static final int MOST_TRIES = 10_000;
    private static final int BUFFER = 1 << 18;

    private DurableFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is buffered and need not be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * What opens the file again before it gets its name.
     *
     * @param <X> what it fails with besides
     */
    @FunctionalInterface
    public interface Check<X extends Exception> {
        /** Fails where the file is not as it should be. */
        void on(Path file) throws IOException, X;
    }

    /**
     * A file that is there.
     *
     * @param file its name
     * @param bytes how long it is
     * @param sha256 the SHA-256 (FIPS 180-4) of what was read back, in hexadecimal digits
     */
    public record Done(Path file, long bytes, String sha256) {}

    /** Writes {@code stem.extension} into {@code folder}, or {@code stem-2.extension} and so on where that is taken. */
    public static <X extends Exception> Done write(Path folder, String stem, String extension, Content content,
            Check<X> check) throws IOException, X {
        return write(folder, content, check, temporary -> freeName(temporary, folder, stem, extension));
    }

    /**
     * Writes {@code target}, whose folder is made where it is not there.
     *
     * @throws FileAlreadyExistsException where the name is taken
     */
    public static <X extends Exception> Done write(Path target, Content content, Check<X> check)
            throws IOException, X {
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
            Done done = write(folder, content, check, temporary -> {
                if (!takes(temporary, target)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
                return target;
            });
            whole = true;
            return done;
        } finally {
            if (!whole) {
                removeEmpty(made);
            }
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
            LOG.debug("A folder that was made for the file stays, for there is something else in it", e);
        }
    }

    /** Gives the written file its name. */
    private interface Naming {
        Path name(Path temporary) throws IOException;
    }

    private static <X extends Exception> Done write(Path folder, Content content, Check<X> check, Naming naming)
            throws IOException, X {
        Path temporary = Files.createTempFile(folder, ".foramen-", ".part");
        try {
            Digest written = fill(temporary, content);
            Digest read = read(temporary);
            if (!written.equals(read)) {
                throw new IOException(
                        "What was written to " + folder + " reads back differently; check the disk and export again.");
            }
            check.on(temporary);
            Path target = naming.name(temporary);
            forceFolder(folder);
            return new Done(target, read.bytes(), read.sha256());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The SHA-256 of a file, in hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        return read(file).sha256();
    }

    private record Digest(long bytes, String sha256) {}

    private static Digest fill(Path file, Content content) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            try (OutputStream out = new BufferedOutputStream(
                    new DigestOutputStream(new KeepOpen(Channels.newOutputStream(channel)), digest), BUFFER)) {
                content.writeTo(out);
            }
            channel.force(true);
            return new Digest(channel.size(), hex(digest));
        }
    }

    private static Digest read(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Digest(bytes, hex(digest));
        }
    }

    /** Takes the first free name by creating it, so that two exports at once cannot both take it. */
    private static Path freeName(Path temporary, Path folder, String stem, String extension) throws IOException {
        for (int i = 1; i <= MOST_TRIES; i++) {
            Path target = folder.resolve(stem + (i == 1 ? "" : "-" + i) + "." + extension);
            if (takes(temporary, target)) {
                return target;
            }
        }
        throw new IOException("The folder " + folder + " is full of files named " + stem + "; choose another folder.");
    }

    /** Gives the file its name, unless that is taken. */
    private static boolean takes(Path temporary, Path target) throws IOException {
        try {
            // A link appears whole or not at all and never replaces a file.
            Files.createLink(target, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("This file system has no links; the name is taken first", e);
        }
        try {
            Files.createFile(target);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        boolean moved = false;
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(target);
            }
        }
        return true;
    }

    /** Makes the new name itself survive a power cut; elsewhere than on POSIX a folder cannot be forced. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Lets a writer close its stream without closing the channel, which is still to be forced. */
    private static final class KeepOpen extends OutputStream {
        private final OutputStream out;

        KeepOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
        }
    }
}

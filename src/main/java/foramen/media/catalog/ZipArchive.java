package foramen.media.catalog;

import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.job.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP archive, read within limits. An entry's name only says which entry; it is never used as a path.
 *
 * <p>The JDK refuses an archive whose directory is damaged, encrypted or of an uncommon method; its checksums are held
 * against the content here, because the JDK does not.
 */
final class ZipArchive implements Closeable {
    /** The tables of names of older packers, where the archive does not say UTF-8 (APPNOTE 4.4.4). */
    private static final String OLD_NAMES = "IBM437";
    private static final int CHUNK = 64 << 10;

    private final String name;
    private final ZipFile zip;
    private final CatalogLimits limits;

    private ZipArchive(String name, ZipFile zip, CatalogLimits limits) {
        this.name = name;
        this.zip = zip;
        this.limits = limits;
    }

    /** Whether a file that starts with {@code head} is an archive, even an empty one (APPNOTE 4.3). */
    static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    static ZipArchive open(Path file, CatalogLimits limits) throws ClipException {
        String name = ClipLocation.of(file).name();
        try {
            return new ZipArchive(name, zip(file), limits);
        } catch (ZipException e) {
            throw new ClipException(sentence(name, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; check that you may open it.", e);
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (!String.valueOf(e.getMessage()).contains("entry name")) {
                throw e;
            }
            Charset old = Charset.isSupported(OLD_NAMES) ? Charset.forName(OLD_NAMES) : StandardCharsets.ISO_8859_1;
            return new ZipFile(file.toFile(), old);
        }
    }

    private static String sentence(String name, String reason) {
        if (reason.contains("encrypted")) {
            return name + " is locked with a password; unpack it with your password and open the folder.";
        }
        if (reason.contains("compression method")) {
            return name + " is packed by a method that Foramen does not unpack; unpack it and open the folder.";
        }
        return name + " is a damaged ZIP archive (" + ClipLocation.printable(reason)
                + "); copy it again from its source.";
    }

    /** The files in it, as many as the limits allow; what system programs put there for themselves is left out. */
    List<ZipEntry> files() {
        List<ZipEntry> files = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (files.size() >= limits.files()) {
                break;
            }
            if (!entry.isDirectory() && !isHidden(entry.getName())) {
                files.add(entry);
            }
        }
        return files;
    }

    boolean hasMoreThanListed() {
        return zip.size() > limits.files();
    }

    private static boolean isHidden(String entry) {
        for (String part : entry.split("[/\\\\]", -1)) {
            boolean step = part.equals(".") || part.equals("..");
            if ((part.startsWith(".") && !step) || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    /** The entry of that name. */
    ZipEntry entry(String entry) throws ClipException {
        return Optional.ofNullable(zip.getEntry(entry)).filter(e -> !e.isDirectory()).orElseThrow(
                () -> new ClipException("There is no " + ClipLocation.printable(entry) + " in " + name + "."));
    }

    /** The first bytes of {@code entry}, as many as {@code length} where it has them. */
    byte[] head(ZipEntry entry, int length) throws ClipException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw damaged(entry, e);
        }
    }

    /**
     * Unpacks {@code entry} to the new file {@code target}.
     *
     * @param most how much is left of the whole archive's allowance
     * @return how many bytes it has
     */
    long unpack(ZipEntry entry, Path target, long most, Progress progress) throws ClipException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            CRC32 sum = new CRC32();
            long written = copy(in, out, sum, entry, most, progress);
            if (entry.getSize() >= 0 && written != entry.getSize()) {
                throw new ClipException(label(entry) + " is damaged: it should have " + entry.getSize()
                        + " bytes but has " + written + ". Copy the archive again from its source.");
            }
            if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                throw new ClipException(label(entry)
                        + " is damaged: its checksum is wrong. Copy the archive again from its source.");
            }
            return written;
        } catch (ClipException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(entry, e);
        }
    }

    private long copy(InputStream in, OutputStream out, CRC32 sum, ZipEntry entry, long most, Progress progress)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        long packed = Math.max(1, entry.getCompressedSize());
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            progress.checkCancelled();
            written += n;
            if (entry.getSize() >= 0 && written > entry.getSize()) {
                throw new ClipException(label(entry) + " is damaged: it unpacks to more than the " + entry.getSize()
                        + " bytes that the archive states. Copy the archive again from its source.");
            }
            if (written > limits.entryBytes() || written > most) {
                throw new ClipException(label(entry) + " unpacks to more than Foramen takes from an archive; unpack"
                        + " it yourself and open the folder.");
            }
            if (written > limits.freeBytes() && written / limits.ratio() > packed) {
                throw new ClipException(label(entry) + " unpacks to more than " + limits.ratio()
                        + " times its size, as no clip does; it was not read further.");
            }
            sum.update(chunk, 0, n);
            out.write(chunk, 0, n);
        }
        return written;
    }

    private ClipException damaged(ZipEntry entry, IOException e) {
        return new ClipException(label(entry) + " cannot be unpacked (" + ClipLocation.printable(
                String.valueOf(e.getMessage())) + "); copy the archive again from its source.", e);
    }

    private String label(ZipEntry entry) {
        return ClipLocation.printable(entry.getName()) + " in " + name;
    }

    @Override
    public void close() throws ClipException {
        try {
            zip.close();
        } catch (IOException e) {
            throw new ClipException(name + " does not close: " + e.getMessage(), e);
        }
    }
}

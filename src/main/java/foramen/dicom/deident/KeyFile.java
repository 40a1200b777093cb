package foramen.dicom.deident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that keeps a key: one line, {@code foramen-deident-key-1} and 64 hexadecimal digits.
 *
 * @param key what it holds
 * @param created whether it was made just now
 * @param readableByOthers whether other users of this machine may read it
 */
public record KeyFile(DeidentKey key, boolean created, boolean readableByOthers) {
    private static final String MARK = "foramen-deident-key-1";
    private static final Pattern LINE = Pattern.compile(MARK + " ([0-9a-f]{64})\\s*");
    private static final int LONGEST = 1024;
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /**
     * Reads the key of {@code file}, or makes a new one there that only this user may read.
     *
     * @throws DeidentException when the file is there and holds no key
     */
    public static KeyFile open(Path file) throws IOException, DeidentException {
        if (!Files.exists(file)) {
            try {
                return create(file);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; its key is the one to use.
                return read(file);
            }
        }
        return read(file);
    }

    private static KeyFile create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        DeidentKey key = DeidentKey.random();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        // Elsewhere the folder of the user's own records keeps others out.
        Files.createFile(file, mine);
        Files.writeString(file, MARK + " " + HexFormat.of().formatHex(key.secret()) + "\n", StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        return new KeyFile(key, true, false);
    }

    private static KeyFile read(Path file) throws IOException, DeidentException {
        Matcher line = LINE.matcher(Files.size(file) > LONGEST ? "" : text(file));
        if (!line.matches()) {
            throw new DeidentException(DeidentException.Kind.FAILED, "the key file " + file
                    + " holds no key of Foramen; name another file, or one that is not there yet to have a key made");
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        boolean open = posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        return new KeyFile(DeidentKey.of(HexFormat.of().parseHex(line.group(1))), false, open);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}

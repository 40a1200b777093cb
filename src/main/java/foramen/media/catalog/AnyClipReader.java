package foramen.media.catalog;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.ClipFormat.Fit;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.NotAClipException;
import foramen.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;

/** The one door for clips of every kind: the content of a file decides who reads it, its name never. */
public final class AnyClipReader implements ClipReader {
    private static final int SHOWN = 8;
    private static final List<String> DICOM_NAMES = List.of(".dcm", ".dicom", ".ima");

    private final List<ClipFormat> formats;
    private final SpoolFolder spool;
    private final CatalogLimits limits;

    /**
     * @param formats the families of files, the one to ask first at the front
     * @param spool where entries of archives are unpacked
     * @param limits how much an archive may ask for
     */
    public AnyClipReader(List<ClipFormat> formats, SpoolFolder spool, CatalogLimits limits) {
        this.formats = List.copyOf(formats);
        this.spool = spool;
        this.limits = limits;
    }

    @Override
    public Clip open(Path file) throws ClipException {
        try {
            // What a case wrote down for an entry of an archive may come back as one path.
            return open(Files.exists(file) ? ClipLocation.of(file) : ClipLocation.parse(file.toString()));
        } catch (InvalidPathException e) {
            throw new ClipException("There is no file " + file + ".", e);
        }
    }

    @Override
    public Clip open(ClipLocation location) throws ClipException {
        if (location.entry().isEmpty()) {
            return open(location.file(), location.name());
        }
        try (ZipArchive archive = ZipArchive.open(existing(location.file()), limits)) {
            ZipEntry entry = archive.entry(location.entry().get());
            return unpacked(archive, entry, location.name(), limits.entryBytes(), Progress.NONE);
        }
    }

    /** Opens {@code entry} in a copy of its own, which goes when the clip is closed. */
    Clip unpacked(ZipArchive archive, ZipEntry entry, String name, long most, Progress progress)
            throws ClipException {
        Path copy;
        try {
            copy = spool.newFile();
        } catch (IOException e) {
            throw new ClipException("There is no room to unpack " + name
                    + "; free some in the folder for temporary files.", e);
        }
        boolean opened = false;
        try {
            archive.unpack(entry, copy, most, progress);
            Clip clip = open(copy, name);
            opened = true;
            return new SpooledClip(clip, () -> spool.remove(copy));
        } finally {
            if (!opened) {
                spool.remove(copy);
            }
        }
    }

    /** Opens {@code file}, calling it {@code name}. */
    Clip open(Path file, String name) throws ClipException {
        byte[] head = head(existing(file), name);
        if (head.length == 0) {
            throw new ClipException(name + " is empty; copy it again from its source.");
        }
        return format(head, name).open(file, name);
    }

    /**
     * Who reads a file that starts with {@code head}.
     *
     * @throws NotAClipException where nobody does
     */
    ClipFormat format(byte[] head, String name) throws ClipException {
        Optional<ClipFormat> fitting = first(head, Fit.YES).or(() -> first(head, Fit.PERHAPS));
        if (fitting.isPresent()) {
            return fitting.get();
        }
        if (ZipArchive.isZip(head)) {
            throw new NotAClipException(name + " is a ZIP archive; choose a clip in it, or write " + name
                    + "!/NAME for the one you mean.", "ZIP archive");
        }
        String sentence = name + " is not a DICOM file, nor a picture or film that Foramen reads: at byte 0 it has "
                + HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(SHOWN, head.length)) + ".";
        boolean meant = DICOM_NAMES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
        throw meant ? new ClipException(sentence) : new NotAClipException(sentence, "other file");
    }

    private Optional<ClipFormat> first(byte[] head, Fit fit) {
        return formats.stream().filter(f -> f.fit(head) == fit).findFirst();
    }

    /** The first bytes of {@code file}. */
    static byte[] head(Path file, String name) throws ClipException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ClipFormat.HEAD);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; check that you may open it.", e);
        }
    }

    private static Path existing(Path file) throws ClipException {
        if (!Files.exists(file)) {
            throw new ClipException("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw new ClipException(ClipLocation.of(file).name() + " is a folder; name a file in it.");
        }
        return file;
    }
}

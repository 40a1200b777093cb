package foramen.media.catalog;

import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalogs;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.FileSetReader;
import foramen.domain.clip.FileSetReader.FileSet;
import foramen.domain.clip.FileSetReader.Reference;
import foramen.domain.clip.NotAClipException;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * Lists the clips of folders, ZIP archives and DICOMDIR media. Every file is opened as it would be to be shown, so that
 * what is listed can be shown, and what cannot says why; nothing stays open.
 */
public final class ClipFinder implements ClipCatalogs {
    private final AnyClipReader reader;
    private final FileSetReader index;
    private final CatalogLimits limits;

    /**
     * @param reader opens single files
     * @param index reads the index of a medium
     * @param limits how much a place may ask for
     */
    public ClipFinder(AnyClipReader reader, FileSetReader index, CatalogLimits limits) {
        this.reader = reader;
        this.index = index;
        this.limits = limits;
    }

    @Override
    public boolean holdsSeveral(Path place) {
        if (Files.isDirectory(place)) {
            return true;
        }
        if (!Files.isRegularFile(place)) {
            return false;
        }
        try {
            byte[] head = AnyClipReader.head(place, "");
            return isArchive(head) || index.recognises(head);
        } catch (ClipException e) {
            // Whoever opens it as a clip will say that it cannot be read.
            return false;
        }
    }

    @Override
    public ClipCatalog list(List<Path> places, Progress progress) throws ClipException {
        Listing listing = new Listing();
        for (int i = 0; i < places.size(); i++) {
            Path place = places.get(i);
            Progress part = progress.part((double) i / places.size(), (i + 1.0) / places.size());
            if (places.size() == 1) {
                addPlace(place, listing, part);
            } else {
                addOneOfSeveral(place, listing, part);
            }
        }
        return listing.catalog(places.size() == 1
                ? ClipLocation.of(places.getFirst().toAbsolutePath().normalize()).name()
                : places.size() + " files");
    }

    private void addOneOfSeveral(Path place, Listing listing, Progress progress) {
        String name = ClipLocation.of(place).name();
        try {
            addPlace(place, listing, progress);
        } catch (NotAClipException e) {
            listing.skipped(name, e.kind());
        } catch (ClipException e) {
            listing.problem(name, String.valueOf(e.getMessage()));
        }
    }

    private void addPlace(Path place, Listing listing, Progress progress) throws ClipException {
        Path at = place.toAbsolutePath().normalize();
        if (Files.isDirectory(at)) {
            addFolder(at, listing, progress);
            return;
        }
        if (!Files.exists(at)) {
            throw new ClipException("There is no file " + at + ".");
        }
        String name = ClipLocation.of(at).name();
        byte[] head = AnyClipReader.head(at, name);
        if (isArchive(head)) {
            addArchive(at, name, listing, progress);
        } else if (index.recognises(head)) {
            addFileSet(index.read(at), listing, progress);
        } else {
            progress.report(0, "Looking at " + name);
            listing.add(ClipLocation.of(at), name, "", () -> reader.open(at, name));
        }
    }

    private static boolean isArchive(byte[] head) {
        // A DICOM file may start with any 128 bytes, even those of an archive.
        return ZipArchive.isZip(head) && !(head.length >= 132 && head[128] == 'D' && head[129] == 'I'
                && head[130] == 'C' && head[131] == 'M');
    }

    private void addFolder(Path folder, Listing listing, Progress progress) throws ClipException {
        progress.report(-1, "Looking through " + ClipLocation.of(folder).name());
        List<Path> files;
        try {
            files = FolderFiles.below(folder, limits, listing, progress);
        } catch (IOException e) {
            throw new ClipException(folder + " cannot be read; check that you may open it.", e);
        }
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = ClipLocation.of(file).name();
            step(progress, i, files.size(), name);
            String label = FolderFiles.label(folder, file);
            listing.add(ClipLocation.of(file), label, "", () -> reader.open(file, label));
        }
    }

    private void addFileSet(FileSet set, Listing listing, Progress progress) {
        listing.problems(set.problems());
        listing.skipped(set.skipped());
        listing.warn(set.warnings());
        List<Reference> images = set.images();
        for (int i = 0; i < images.size(); i++) {
            Reference image = images.get(i);
            step(progress, i, images.size(), image.label());
            listing.add(ClipLocation.of(image.file()), image.label(), image.sopInstanceUid(),
                    () -> reader.open(image.file(), image.label()));
        }
    }

    private void addArchive(Path file, String name, Listing listing, Progress progress) throws ClipException {
        try (ZipArchive archive = ZipArchive.open(file, limits)) {
            List<ZipEntry> entries = archive.files();
            if (archive.hasMoreThanListed()) {
                listing.warn(name + " has more than " + limits.files() + " entries; the rest was not looked at.");
            }
            Set<String> twice = twice(entries);
            long left = limits.totalBytes();
            for (int i = 0; i < entries.size(); i++) {
                ZipEntry entry = entries.get(i);
                ClipLocation location = ClipLocation.in(file, entry.getName());
                step(progress, i, entries.size(), location.name());
                String label = ClipLocation.printable(entry.getName());
                if (twice.contains(entry.getName())) {
                    listing.problem(label, label + " is twice in " + name
                            + ", so nobody can tell which is meant; unpack the archive and open the folder.");
                    continue;
                }
                addEntry(archive, entry, location, left, listing, progress);
                left -= Math.max(0, entry.getSize());
            }
        }
    }

    private static Set<String> twice(List<ZipEntry> entries) {
        Set<String> seen = new HashSet<>();
        return entries.stream().map(ZipEntry::getName).filter(n -> !seen.add(n)).collect(Collectors.toSet());
    }

    /** An entry is unpacked only where its first bytes look like a clip. */
    private void addEntry(ZipArchive archive, ZipEntry entry, ClipLocation location, long left, Listing listing,
            Progress progress) {
        String label = ClipLocation.printable(entry.getName());
        listing.add(location, label, "", () -> {
            byte[] head = archive.head(entry, ClipFormat.HEAD);
            if (head.length == 0) {
                throw new ClipException(label + " is empty; copy it again from its source.");
            }
            reader.format(head, label);
            return reader.unpacked(archive, entry, label, left, progress);
        });
    }

    private static void step(Progress progress, int index, int count, String name) {
        progress.checkCancelled();
        progress.report((double) index / count, "Looking at " + name + " (" + (index + 1) + " of " + count + ")");
    }
}

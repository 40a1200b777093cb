package foramen.media.catalog;

import foramen.domain.clip.ClipLocation;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** The regular files below a folder within limits; no symbolic link is followed, no hidden file looked at. */
final class FolderFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final CatalogLimits limits;
    private final Listing listing;
    private final Progress progress;
    private final List<Path> files = new ArrayList<>();
    private boolean tooDeep;
    private boolean tooMany;

    private FolderFiles(Path root, CatalogLimits limits, Listing listing, Progress progress) {
        this.root = root;
        this.limits = limits;
        this.listing = listing;
        this.progress = progress;
    }

    static List<Path> below(Path root, CatalogLimits limits, Listing listing, Progress progress) throws IOException {
        FolderFiles visitor = new FolderFiles(root, limits, listing, progress);
        Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), limits.depth(), visitor);
        if (visitor.tooDeep) {
            listing.warn("Folders nested deeper than " + limits.depth() + " were not looked into; open one of them.");
        }
        if (visitor.tooMany) {
            listing.warn("There are more than " + limits.files() + " files; the rest was not looked at. Open a folder"
                    + " further in.");
        }
        Collections.sort(visitor.files);
        return visitor.files;
    }

    static String label(Path root, Path file) {
        return ClipLocation.printable(root.relativize(file).toString());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        progress.checkCancelled();
        return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            tooDeep = true;
        } else if (attributes.isSymbolicLink()) {
            listing.skipped(label(root, file), "link, not followed");
        } else if (attributes.isRegularFile() && !isHidden(file)) {
            if (files.size() >= limits.files()) {
                tooMany = true;
                return FileVisitResult.TERMINATE;
            }
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(root)) {
            throw e;
        }
        listing.problem(label(root, file), label(root, file) + " cannot be read; check that you may open it.");
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX");
    }
}

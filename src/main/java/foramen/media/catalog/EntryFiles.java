package foramen.media.catalog;

import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.job.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Files and entries of archives as paths, for work that needs the bytes rather than a clip. */
public final class EntryFiles {
    private final SpoolFolder spool;
    private final CatalogLimits limits;

    /**
     * @param spool where entries of archives are unpacked
     * @param limits how much an archive may ask for
     */
    public EntryFiles(SpoolFolder spool, CatalogLimits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    /**
     * Work on a file.
     *
     * @param <E> what keeps it from being done
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does it. */
        void on(Path file) throws E;
    }

    /**
     * Does {@code work} on what lies at {@code location}; an entry of an archive lies unpacked in a private folder
     * meanwhile.
     *
     * @throws ClipException where it cannot be had
     */
    public <E extends Exception> void with(ClipLocation location, Work<E> work) throws ClipException, E {
        if (location.entry().isEmpty()) {
            work.on(location.file());
            return;
        }
        Path copy;
        try {
            copy = spool.newFile();
        } catch (IOException e) {
            throw new ClipException("There is no room to unpack " + location.name()
                    + "; free some in the folder for temporary files.", e);
        }
        try {
            try (ZipArchive archive = ZipArchive.open(location.file(), limits)) {
                archive.unpack(archive.entry(location.entry().get()), copy, limits.entryBytes(), Progress.NONE);
            }
            work.on(copy);
        } finally {
            spool.remove(copy);
        }
    }
}

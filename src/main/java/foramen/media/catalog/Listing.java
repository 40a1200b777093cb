package foramen.media.catalog;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipCatalog;
import foramen.domain.clip.ClipCatalog.Problem;
import foramen.domain.clip.ClipCatalog.Skipped;
import foramen.domain.clip.ClipEntry;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.NotAClipException;
import foramen.job.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A catalogue while it is being made: whatever one file does, the next gets its turn. */
final class Listing {
    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);

    private final List<ClipEntry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Opens one clip. */
    interface Opener {
        Clip open() throws ClipException;
    }

    /** Opens, notes and closes a clip; notes instead why it cannot be opened. */
    void add(ClipLocation location, String label, String expectedUid, Opener opener) {
        try (Clip clip = opener.open()) {
            String uid = clip.info().identity().sopInstanceUid();
            if (!expectedUid.isEmpty() && !expectedUid.equals(uid)) {
                warnings.add(label + " is another object than the DICOMDIR says; it is listed by what it says itself.");
            }
            entries.add(new ClipEntry(location, label, clip.info(), clip.context()));
        } catch (NotAClipException e) {
            skipped.add(new Skipped(label, e.kind(), Optional.of(location)));
        } catch (ClipException e) {
            problems.add(new Problem(label, String.valueOf(e.getMessage())));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("A file of a listing failed in a way nobody was prepared for", e);
            problems.add(new Problem(label, label + " cannot be opened (" + e.getClass().getSimpleName()
                    + "); the log has the details."));
        } catch (OutOfMemoryError e) {
            problems.add(new Problem(label, label + " needs more memory than there is; open it by itself."));
        }
    }

    void problem(String label, String sentence) {
        problems.add(new Problem(label, sentence));
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    void skipped(String label, String kind) {
        skipped.add(new Skipped(label, kind));
    }

    void skipped(List<Skipped> more) {
        skipped.addAll(more);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void warn(List<String> sentences) {
        warnings.addAll(sentences);
    }

    ClipCatalog catalog(String name) {
        return new ClipCatalog(name, entries, problems, skipped, warnings);
    }
}

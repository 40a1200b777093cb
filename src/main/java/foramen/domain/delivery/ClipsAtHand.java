package foramen.domain.delivery;

import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clips of a case while a document is made of it: the open one, and the others, opened when first asked for and let
 * go at the end. For one thread.
 */
public final class ClipsAtHand implements AutoCloseable {
    private final Case casefile;
    private final Optional<Clip> shown;
    private final ClipReader reader;
    private final Map<String, Optional<Clip>> opened = new HashMap<>();
    private final Map<String, String> missing = new HashMap<>();

    /**
     * @param subject what is exported; its clip stays open
     * @param reader opens the other clips of the case
     */
    public ClipsAtHand(ExportSubject subject, ClipReader reader) {
        this(subject.casefile(), Optional.of(subject.clip()), reader);
    }

    private ClipsAtHand(Case casefile, Optional<Clip> shown, ClipReader reader) {
        this.casefile = casefile;
        this.shown = shown;
        this.reader = reader;
    }

    /** The clips of a case of which none is open. */
    public static ClipsAtHand of(Case casefile, ClipReader reader) {
        return new ClipsAtHand(casefile, Optional.empty(), reader);
    }

    /** The clip with that SOP Instance UID, where it can be had; {@link #whyMissing} says why not. */
    public Optional<Clip> clip(String sopInstanceUid) {
        if (shown.filter(c -> c.info().identity().sopInstanceUid().equals(sopInstanceUid)).isPresent()) {
            return shown;
        }
        Optional<Clip> known = opened.get(sopInstanceUid);
        if (known == null) {
            known = casefile.clips().stream().filter(c -> c.sopInstanceUid().equals(sopInstanceUid))
                    .findFirst().flatMap(this::open);
            opened.put(sopInstanceUid, known);
        }
        return known;
    }

    /** What the clip with that SOP Instance UID says about itself, where it can be had. */
    public Optional<ClipInfo> info(String sopInstanceUid) {
        return clip(sopInstanceUid).map(Clip::info);
    }

    /** Why that clip cannot be had, one sentence. */
    public String whyMissing(String sopInstanceUid) {
        return "The clip it lies on is not at hand: "
                + missing.getOrDefault(sopInstanceUid, "the case does not list it") + ".";
    }

    private Optional<Clip> open(ClipRef ref) {
        if (ref.location().isBlank()) {
            missing.put(ref.sopInstanceUid(), "its file has not been opened here");
            return Optional.empty();
        }
        try {
            Clip clip = reader.open(ClipLocation.parse(ref.location()));
            if (clip.info().identity().sopInstanceUid().equals(ref.sopInstanceUid())) {
                return Optional.of(clip);
            }
            clip.close();
            missing.put(ref.sopInstanceUid(), "its file is another clip by now");
        } catch (ClipException | InvalidPathException e) {
            // The document is made all the same and says what it lacks.
            missing.put(ref.sopInstanceUid(), "its file cannot be read now");
        }
        return Optional.empty();
    }

    /** Lets go of what was opened here. */
    @Override
    public void close() {
        opened.values().forEach(c -> c.ifPresent(Clip::close));
        opened.clear();
    }
}

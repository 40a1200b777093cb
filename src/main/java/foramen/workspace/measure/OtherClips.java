package foramen.workspace.measure;

import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.clip.Frame;
import foramen.domain.clip.FrameRef;
import foramen.domain.plan.ActualNeedle;
import foramen.job.JobRunner;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the clips of a case that are not open say about themselves, each once and in a job, so that what was drawn
 * on them can be measured at their own scale. Lives on the runner's home thread.
 */
public final class OtherClips implements CaseClips {
    private static final String UNLISTED = "The clip it lies on is not listed in this case; open that clip.";

    private final ClipReader reader;
    private final JobRunner jobs;
    private final Map<String, ClipInfo> known = new HashMap<>();
    private final Map<ClipRef, String> failed = new HashMap<>();
    private final Set<ClipRef> reading = new HashSet<>();
    private final Map<String, ClipRef> wanted = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Known> snapshot = Optional.empty();
    private Optional<Drawn> lastWanted = Optional.empty();
    private @Nullable CaseId lastCase;

    /** What decides which clips are wanted. */
    private record Drawn(List<Annotation> annotations, List<ClipRef> clips) {
        boolean isOf(Case casefile) {
            return annotations == casefile.annotations() && clips == casefile.clips();
        }
    }

    /** What is known at one moment, for another thread. */
    private record Known(Map<String, ClipInfo> infos, Map<String, String> reasons) implements CaseClips {
        @Override
        public Optional<ClipInfo> info(String sopInstanceUid) {
            return Optional.ofNullable(infos.get(sopInstanceUid));
        }

        @Override
        public String whyUnknown(String sopInstanceUid) {
            return reasons.getOrDefault(sopInstanceUid, UNLISTED);
        }
    }

    /**
     * @param reader opens files
     * @param jobs runs the reading
     */
    public OtherClips(ClipReader reader, JobRunner jobs) {
        this.reader = reader;
        this.jobs = jobs;
    }

    /** Counts up whenever a clip has become known or could not be read. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Takes note of a clip that is open anyhow; what it says is newer than what was read before. */
    public void opened(ClipInfo info) {
        if (!info.equals(known.put(info.identity().sopInstanceUid(), info))) {
            snapshot = Optional.empty();
        }
    }

    /** What is known now; never changes, so that a job may ask it. The same one as long as nothing becomes known. */
    public CaseClips now() {
        Known now = snapshot.orElseGet(() -> {
            Map<String, String> reasons = new HashMap<>();
            wanted.keySet().forEach(uid -> reasons.put(uid, whyUnknown(uid)));
            return new Known(Map.copyOf(known), Map.copyOf(reasons));
        });
        snapshot = Optional.of(now);
        return now;
    }

    private void changed() {
        snapshot = Optional.empty();
        changes.set(changes.get() + 1);
    }

    /** Begins to read every clip of {@code casefile} that something is drawn on and that is not known yet. */
    public void want(Case casefile) {
        if (lastWanted.filter(w -> w.isOf(casefile)).isEmpty()) {
            want(casefile, casefile.annotations().stream().map(Annotation::frame));
            lastWanted = Optional.of(new Drawn(casefile.annotations(), casefile.clips()));
        }
    }

    /** Begins to read every clip that a needle is planned on or was seen on, and that is not known yet. */
    public void wantPlanned(Case casefile) {
        want(casefile, casefile.plans().stream().flatMap(
                p -> Stream.concat(Stream.of(p.frame()), p.detail().actual().stream().map(ActualNeedle::frame))));
    }

    private void want(Case casefile, Stream<FrameRef> frames) {
        lastWanted = Optional.empty();
        snapshot = Optional.empty();
        if (!casefile.id().equals(lastCase)) {
            // Opening a case again is how the operator tries again, such as once a drive is back.
            lastCase = casefile.id();
            failed.clear();
        }
        Set<String> drawnOn = frames.map(FrameRef::sopInstanceUid).collect(Collectors.toSet());
        wanted.clear();
        for (ClipRef ref : casefile.clips()) {
            if (drawnOn.contains(ref.sopInstanceUid())) {
                wanted.put(ref.sopInstanceUid(), ref);
                if (!known.containsKey(ref.sopInstanceUid()) && !failed.containsKey(ref) && reading.add(ref)) {
                    read(ref);
                }
            }
        }
    }

    private void read(ClipRef ref) {
        jobs.start("Reading the scale of " + ref.description(), progress -> infoOf(ref), info -> {
            reading.remove(ref);
            known.put(ref.sopInstanceUid(), info);
            changed();
        }, e -> {
            reading.remove(ref);
            failed.put(ref, e instanceof ClipException
                    ? String.valueOf(e.getMessage())
                    : "The clip “" + ref.description() + "” could not be read (" + e + ").");
            changed();
        });
    }

    private ClipInfo infoOf(ClipRef ref) throws ClipException {
        return ask(ref, Clip::info);
    }

    /** A frame of that clip, from 0; slow, for jobs. */
    Frame frame(ClipRef ref, int index) throws ClipException {
        return ask(ref, clip -> clip.frame(index));
    }

    /** What is asked of a clip while it is open. */
    @FunctionalInterface
    private interface Question<T> {
        T of(Clip clip) throws ClipException;
    }

    private <T> T ask(ClipRef ref, Question<T> question) throws ClipException {
        if (ref.location().isBlank()) {
            throw new ClipException("The clip “" + ref.description()
                    + "” came without its file, so its scale is unknown; open the file of the clip.");
        }
        ClipLocation place;
        try {
            place = ClipLocation.parse(ref.location());
        } catch (InvalidPathException e) {
            throw new ClipException("The place of the clip “" + ref.description()
                    + "” means nothing on this computer; open it from where it is now.", e);
        }
        if (!Files.exists(place.file())) {
            throw new ClipException("The clip “" + ref.description() + "” is not at " + place.file()
                    + " any more, so its scale is unknown; open it from where it is now.");
        }
        try (Clip clip = reader.open(place)) {
            if (!clip.info().identity().sopInstanceUid().equals(ref.sopInstanceUid())) {
                throw new ClipException("The file " + ClipLocation.printable(place.text())
                        + " is another clip by now, so the scale of what was drawn is unknown; open the right file.");
            }
            return question.of(clip);
        }
    }

    @Override
    public Optional<ClipInfo> info(String sopInstanceUid) {
        return Optional.ofNullable(known.get(sopInstanceUid));
    }

    @Override
    public String whyUnknown(String sopInstanceUid) {
        ClipRef ref = wanted.get(sopInstanceUid);
        if (ref == null) {
            return UNLISTED;
        }
        String failure = failed.get(ref);
        return failure != null ? failure : "The scale of the clip “" + ref.description() + "” is being read.";
    }
}

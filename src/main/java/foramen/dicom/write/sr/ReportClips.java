package foramen.dicom.write.sr;

import foramen.dicom.sr.exact.CaseRecord;
import foramen.dicom.write.DerivedUids;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.ClipRef;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipLocation;
import foramen.domain.clip.ClipReader;
import foramen.domain.delivery.ExportSubject;
import foramen.job.Progress;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The clips that a case was drawn on: the open one, and of the others what their files say, or why they say nothing. */
final class ReportClips {
    private final Map<String, ReportClip> known = new LinkedHashMap<>();
    private final Map<String, String> missing = new HashMap<>();

    private ReportClips() {}

    static ReportClips of(ExportSubject subject, ClipReader reader, Progress progress) {
        ReportClips clips = new ReportClips();
        clips.known.put(subject.clip().info().identity().sopInstanceUid(),
                ReportClip.of(subject.clip(), DerivedUids.of(subject)));
        Set<String> wanted = drawnOn(subject.casefile());
        for (ClipRef ref : subject.casefile().clips()) {
            if (wanted.contains(ref.sopInstanceUid()) && !clips.known.containsKey(ref.sopInstanceUid())) {
                progress.checkCancelled();
                clips.open(ref, reader, subject);
            }
        }
        return clips;
    }

    private static Set<String> drawnOn(Case casefile) {
        Set<String> uids = new LinkedHashSet<>();
        casefile.annotations().forEach(a -> uids.add(a.frame().sopInstanceUid()));
        casefile.plans().forEach(p -> uids.add(p.frame().sopInstanceUid()));
        return uids;
    }

    private void open(ClipRef ref, ClipReader reader, ExportSubject subject) {
        String uid = ref.sopInstanceUid();
        if (ref.location().isBlank()) {
            missing.put(uid, "its file has not been opened here");
            return;
        }
        try (Clip clip = reader.open(ClipLocation.parse(ref.location()))) {
            if (clip.info().identity().sopInstanceUid().equals(uid)) {
                known.put(uid, ReportClip.of(clip,
                        new DerivedUids(subject.casefile().id().value(), uid, subject.at())));
            } else {
                missing.put(uid, "its file is another clip by now");
            }
        } catch (ClipException | InvalidPathException e) {
            // What was drawn on it travels all the same, and the report says why it has no numbers.
            missing.put(uid, "its file cannot be read now");
        }
    }

    Optional<ReportClip> find(String uid) {
        return Optional.ofNullable(known.get(uid));
    }

    Optional<ClipInfo> info(String uid) {
        return find(uid).map(ReportClip::info);
    }

    String whyMissing(String uid) {
        return "Not measured in this report: the clip it lies on is not at hand, "
                + missing.getOrDefault(uid, "since the case does not list it") + ".";
    }

    Collection<ReportClip> all() {
        return known.values();
    }

    Map<String, CaseRecord.Size> sizes() {
        Map<String, CaseRecord.Size> sizes = new HashMap<>();
        known.forEach((uid, clip) -> sizes.put(uid, clip.size()));
        return sizes;
    }
}

package foramen.workspace.follow;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.annotation.Origin;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.domain.clip.FrameRef;
import foramen.vision.TrackedOutline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts followed outlines into a case, all in one go.
 *
 * @param trackId ties the outlines
 * @param origin how they came to be
 * @param author who asked for them
 * @param at when
 * @param ids makes identifiers for outlines on frames that had none
 */
record Results(String trackId, Origin origin, String author, Instant at, Supplier<String> ids) {
    /**
     * {@code casefile} with {@code found} on the frames of {@code track}. What is fixed there stays as it is; an earlier
     * result makes room and hands on its identifier.
     */
    Case in(Case casefile, Track track, List<TrackedOutline> found) {
        Map<String, Annotation> changed = new HashMap<>();
        List<Annotation> added = new ArrayList<>();
        track.members().values().stream().filter(a -> a.follow().isEmpty())
                .forEach(a -> changed.put(a.id(), a.withFollow(Optional.of(Follow.keyFrame(trackId)))));
        NavigableMap<Integer, Annotation> fixed = track.fixed();
        for (TrackedOutline t : found) {
            Annotation like = nearest(fixed, t.frame()).orElse(track.lead());
            Optional<Annotation> there = track.on(t.frame());
            if (there.isEmpty()) {
                added.add(made(like, t, ids.get(), Annotation.State.PLAIN));
            } else if (!Track.isFixed(there.get())) {
                changed.put(there.get().id(), made(like, t, there.get().id(), there.get().state()));
            }
        }
        List<Annotation> all = new ArrayList<>(casefile.annotations().size() + added.size());
        casefile.annotations().stream().filter(a -> !track.superseded().contains(a.id()))
                .forEach(a -> all.add(changed.getOrDefault(a.id(), a)));
        all.addAll(added);
        return casefile.withAnnotations(all);
    }

    private Annotation made(Annotation like, TrackedOutline t, String id, Annotation.State state) {
        FrameRef frame = new FrameRef(like.frame().sopInstanceUid(), t.frame());
        Follow tie = new Follow(trackId, false, Math.clamp(t.confidence(), 0, 1), t.drift(), Review.OPEN);
        return new Annotation(id, frame, new Shape.Outline(t.outline()), like.structureId(), like.laterality(),
                like.level(), like.plane(), like.label(), state, origin, Optional.of(tie), author, at);
    }

    /** The drawn, corrected or accepted outline nearest to that frame, for what it says of level and plane. */
    private static Optional<Annotation> nearest(NavigableMap<Integer, Annotation> fixed, int frame) {
        Map.Entry<Integer, Annotation> before = fixed.floorEntry(frame);
        Map.Entry<Integer, Annotation> after = fixed.ceilingEntry(frame);
        if (before == null || after == null) {
            return Optional.ofNullable(before == null ? after : before).map(Map.Entry::getValue);
        }
        return Optional.of(frame - before.getKey() <= after.getKey() - frame ? before.getValue() : after.getValue());
    }
}

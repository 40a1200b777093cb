package foramen.workspace.follow;

import foramen.domain.annotation.Annotation;
import foramen.domain.annotation.Follow;
import foramen.domain.annotation.Follow.Review;
import foramen.domain.annotation.Shape;
import foramen.domain.casefile.Case;
import foramen.geometry.Polygon;
import foramen.vision.KeyOutline;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One structure on one side over the frames of one clip: the outlines that were drawn, and those followed from them.
 *
 * @param id what ties them; empty before they are followed for the first time
 * @param lead the outline that the track was asked for
 * @param members one outline a frame, by frame index
 * @param superseded identifiers of followed outlines that something drawn on their frame has taken the place of
 */
public record Track(Optional<String> id, Annotation lead, NavigableMap<Integer, Annotation> members,
        Set<String> superseded) {
    /** Copies what it is given. */
    public Track {
        members = Collections.unmodifiableNavigableMap(new TreeMap<>(members));
        superseded = Set.copyOf(superseded);
    }

    /**
     * The track of {@code lead}: what is tied to it, and outlines of the same structure and side that were drawn on other
     * frames. Where a frame has several of them, such as two calcifications, it cannot be known which is meant, and
     * none joins of its own accord.
     *
     * @return empty where {@code lead} is no outline
     */
    public static Optional<Track> of(Case casefile, Annotation lead) {
        if (!(lead.shape() instanceof Shape.Area)) {
            return Optional.empty();
        }
        List<Annotation> alike = casefile.annotations().stream().filter(a -> isAlike(a, lead)).toList();
        List<Annotation> loose = alike.stream().filter(a -> a.follow().isEmpty()).toList();
        boolean plain = isOneAFrame(loose);
        Optional<String> id = lead.follow().map(Follow::track).or(() -> plain ? soleTrack(alike) : Optional.empty());
        List<Annotation> tied = id.map(t -> alike.stream().filter(a -> isOn(a, t)).toList()).orElse(List.of());
        NavigableMap<Integer, Annotation> members = new TreeMap<>();
        Set<String> superseded = new HashSet<>();
        tied.forEach(a -> members.merge(a.frame().index(), a, (one, two) -> isKey(two) ? two : one));
        for (Annotation a : plain ? loose : loose.stream().filter(lead::equals).toList()) {
            Annotation there = members.get(a.frame().index());
            if (there == null || !isFixed(there) || a.equals(lead)) {
                members.put(a.frame().index(), a);
                if (there != null && !isFixed(there)) {
                    superseded.add(there.id());
                }
            }
        }
        return Optional.of(new Track(id, lead, members, superseded));
    }

    /**
     * All outlines that following tied to {@code one}, itself among them: also those that have another side or structure
     * by now, which no longer are of its track.
     */
    public static List<Annotation> tied(Case casefile, Annotation one) {
        return one.follow().map(f -> casefile.annotations().stream().filter(a -> isOn(a, f.track())
                && a.frame().sopInstanceUid().equals(one.frame().sopInstanceUid())).toList()).orElse(List.of(one));
    }

    private static boolean isAlike(Annotation a, Annotation lead) {
        return a.shape() instanceof Shape.Area && a.structureId().equals(lead.structureId())
                && a.laterality() == lead.laterality()
                && a.frame().sopInstanceUid().equals(lead.frame().sopInstanceUid());
    }

    private static boolean isOn(Annotation a, String track) {
        return a.follow().filter(f -> f.track().equals(track)).isPresent();
    }

    private static boolean isOneAFrame(Collection<Annotation> drawn) {
        return drawn.stream().collect(Collectors.groupingBy(Annotation::frame, Collectors.counting())).values()
                .stream().allMatch(n -> n == 1);
    }

    private static Optional<String> soleTrack(List<Annotation> alike) {
        List<String> tracks = alike.stream().flatMap(a -> a.follow().stream()).map(Follow::track).distinct().toList();
        return tracks.size() == 1 ? Optional.of(tracks.getFirst()) : Optional.empty();
    }

    private static boolean isKey(Annotation a) {
        return a.follow().map(Follow::key).orElse(true);
    }

    /** Whether following leaves {@code a} as it is: drawn, corrected, accepted or locked. */
    static boolean isFixed(Annotation a) {
        return a.locked() || a.follow().map(f -> f.key() || f.review() == Review.ACCEPTED).orElse(true);
    }

    /** The outline on that frame, from 0. */
    public Optional<Annotation> on(int frame) {
        return Optional.ofNullable(members.get(frame));
    }

    /** What following starts from: what the operator drew, corrected, accepted, or locked where it counts. */
    public List<KeyOutline> anchors() {
        return fixed().values().stream().map(a -> new KeyOutline(a.frame().index(), outline(a))).toList();
    }

    /** How many outlines there are to start from, from the first frame to the last, both included and from 0. */
    public int anchorsWithin(int from, int to) {
        return from > to ? 0 : fixed().subMap(from, true, to, true).size();
    }

    /** The frames, from 0, that the operator drew or corrected an outline on. */
    public List<Integer> keyFrames() {
        return members.values().stream().filter(Track::isKey).map(a -> a.frame().index()).toList();
    }

    /** What following starts from, by frame, for what it says of level and plane. */
    NavigableMap<Integer, Annotation> fixed() {
        NavigableMap<Integer, Annotation> fixed = new TreeMap<>(members);
        fixed.values().removeIf(a -> !isFixed(a) || !a.counts());
        return fixed;
    }

    /** How many frames stand where. */
    public Tally tally() {
        int keys = 0;
        int accepted = 0;
        int open = 0;
        int drifting = 0;
        int rejected = 0;
        for (Annotation a : members.values()) {
            switch (FrameState.of(a)) {
                case KEY -> keys++;
                case ACCEPTED -> accepted++;
                case OPEN -> open++;
                case DRIFTING -> drifting++;
                case REJECTED -> rejected++;
            }
        }
        return new Tally(keys, accepted, open, drifting, rejected);
    }

    /**
     * How many frames of a track stand where.
     *
     * @param keys drawn or corrected
     * @param accepted followed and found right
     * @param open followed and not looked at
     * @param drifting the same, where the algorithm itself doubts it
     * @param rejected found wrong
     */
    public record Tally(int keys, int accepted, int open, int drifting, int rejected) {
        /** How many wait for the operator's word. */
        public int toCheck() {
            return open + drifting;
        }
    }

    private static Polygon outline(Annotation a) {
        return ((Shape.Area) a.shape()).polygon();
    }
}

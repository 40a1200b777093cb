package foramen.workspace.measure;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.domain.measurement.SiteValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which group of measurements stands for the other side or site: one at the same level and by the same method; of several,
 * one taken on the same day goes first, then the one with most measurements, then the one drawn last.
 */
final class GroupChoice {
    private final CaseClips clips;
    private final Map<String, Instant> drawn = new HashMap<>();

    GroupChoice(Case casefile, CaseClips clips) {
        this.clips = clips;
        casefile.annotations().forEach(a -> drawn.put(a.id(), a.drawnAt()));
    }

    /** The one of {@code candidates}, at least one, that {@code ours} is best set against. */
    SiteValue best(List<SiteValue> candidates, SiteValue ours) {
        Comparator<SiteValue> fit = Comparator
                .<SiteValue, Boolean>comparing(g -> g.site().level() == ours.site().level()
                        && g.site().plane() == ours.site().plane() && g.method().equals(ours.method()))
                .thenComparing(g -> g.site().level() == ours.site().level())
                .thenComparing(g -> g.method().equals(ours.method())).thenComparing(order(ours));
        return candidates.stream().max(fit).orElseThrow();
    }

    /** Same day first, then most measurements, then drawn last; the greatest is the best. */
    Comparator<SiteValue> order(SiteValue ours) {
        Optional<LocalDate> day = taken(ours).map(LocalDateTime::toLocalDate);
        return Comparator
                .<SiteValue, Boolean>comparing(
                        g -> day.isPresent() && taken(g).map(LocalDateTime::toLocalDate).equals(day))
                .thenComparing(g -> g.samples().size())
                .thenComparing(g -> g.samples().stream().map(s -> drawn.getOrDefault(s.id(), Instant.MIN))
                        .max(Comparator.naturalOrder()).orElseThrow())
                .thenComparing(g -> g.frames().getFirst().index()).thenComparing(GroupChoice::uid);
    }

    /** What is worth knowing where the two were not taken on one day. */
    Optional<String> differentDays(SiteValue a, SiteValue b) {
        Optional<LocalDate> one = taken(a).map(LocalDateTime::toLocalDate);
        Optional<LocalDate> other = taken(b).map(LocalDateTime::toLocalDate);
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? Optional.of("The two were taken on different days, " + one.get() + " and " + other.get() + ".")
                : Optional.empty();
    }

    /** When the clip of {@code g} was taken. */
    Optional<LocalDateTime> taken(SiteValue g) {
        return clips.info(uid(g)).flatMap(ClipInfo::acquired);
    }

    /** The clip of {@code g}. */
    static String uid(SiteValue g) {
        return g.frames().getFirst().sopInstanceUid();
    }
}

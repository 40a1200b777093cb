package foramen.domain.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The course of a case besides its injections: visits and events, and the schedule that was chosen.
 *
 * @param protocolId the follow-up protocol chosen by hand; empty where the schedule's own choice holds
 * @param visits the visits, in the order they were recorded
 * @param events what else happened, in the order it was recorded
 */
public record FollowUp(String protocolId, List<Visit> visits, List<CareEvent> events) {
    /** Nothing recorded. */
    public static final FollowUp NONE = new FollowUp("", List.of(), List.of());

    /** Copies the lists. */
    public FollowUp {
        visits = List.copyOf(visits);
        events = List.copyOf(events);
    }

    /** Whether nothing is recorded. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The visits, earliest first. */
    public List<Visit> visitsInTime() {
        return visits.stream().sorted(Comparator.comparing(Visit::at)).toList();
    }

    /** The events, earliest first. */
    public List<CareEvent> eventsInTime() {
        return events.stream().sorted(Comparator.comparing(CareEvent::at)).toList();
    }

    /** The visit with that identifier. */
    public Optional<Visit> visit(String id) {
        return visits.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    /**
     * The newest answers to the red-flag questions, which hold until they are asked again. Empty where nobody ever
     * asked: that is not the same as none.
     */
    public Optional<RedFlagScreen> redFlags() {
        return visitsInTime().reversed().stream().map(Visit::redFlags).filter(RedFlagScreen::asked).findFirst();
    }

    /** The same course with another protocol, empty for the schedule's own choice. */
    public FollowUp withProtocol(String next) {
        return new FollowUp(next, visits, events);
    }

    /** The same course with {@code visit} added, or put in the place of the one with its identifier. */
    public FollowUp withVisit(Visit visit) {
        return new FollowUp(protocolId, put(visits, visit, Visit::id), events);
    }

    /** The same course without that visit. */
    public FollowUp withoutVisit(String id) {
        return new FollowUp(protocolId, visits.stream().filter(v -> !v.id().equals(id)).toList(), events);
    }

    /** The same course with {@code event} added, or put in the place of the one with its identifier. */
    public FollowUp withEvent(CareEvent event) {
        return new FollowUp(protocolId, visits, put(events, event, CareEvent::id));
    }

    /** The same course without that event. */
    public FollowUp withoutEvent(String id) {
        return new FollowUp(protocolId, visits, events.stream().filter(e -> !e.id().equals(id)).toList());
    }

    private static <T> List<T> put(List<T> list, T item, Function<T, String> key) {
        List<T> next = new ArrayList<>(list);
        for (int i = 0; i < next.size(); i++) {
            if (key.apply(next.get(i)).equals(key.apply(item))) {
                next.set(i, item);
                return next;
            }
        }
        next.add(item);
        return next;
    }
}

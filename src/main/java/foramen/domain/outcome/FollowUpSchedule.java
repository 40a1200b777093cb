package foramen.domain.outcome;

import foramen.domain.assessment.VisitWindow;
import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.data.NeededRows;
import foramen.domain.injection.InjectateClass;
import foramen.domain.measurement.Citation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When visits are due after a procedure, from {@code follow-up.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param windows the visits there are, with their tolerance, earliest first
 * @param protocols which of them belong to which procedure; the first that fits holds
 * @param registry the visits whose values stand in the registry
 */
public record FollowUpSchedule(String version, String place, List<Window> windows, List<Protocol> protocols,
        List<VisitWindow> registry) {
    /** The data file, also of a clinic's own copy. */
    public static final DataFile<FollowUpSchedule> FILE = new DataFile<>("follow-up.json", FollowUpSchedule.class,
            FollowUpSchedule::read,
            List.of(NeededRows.byId("windows")));

    /** Copies the lists; refuses a protocol or registry that names an unknown visit, and a schedule for nothing. */
    public FollowUpSchedule {
        windows = List.copyOf(windows);
        protocols = List.copyOf(protocols);
        registry = List.copyOf(registry);
        List<VisitWindow> known = windows.stream().map(Window::window).toList();
        if (!known.containsAll(registry) || !known.containsAll(protocols.stream().flatMap(p -> p.windows().stream())
                .toList())) {
            throw new IllegalArgumentException("a protocol or the registry names a visit that is not in “windows”");
        }
        if (protocols.isEmpty() || !protocols.getLast().forAll()) {
            throw new IllegalArgumentException("its last protocol must fit every procedure");
        }
    }

    /**
     * A planned visit.
     *
     * @param window which visit
     * @param due how long after the procedure it is due
     * @param from its tolerance begins
     * @param to its tolerance ends
     * @param grace how long after that it is worth calling the patient in, unless the next visit opens before
     * @param citation where that comes from
     */
    public record Window(VisitWindow window, Duration due, Duration from, Duration to, Duration grace,
            Citation citation) {
        /** Refuses times that are out of order. */
        public Window {
            if (from.compareTo(due) > 0 || due.compareTo(to) > 0 || from.isNegative()
                    || grace.isNegative()) {
                throw new IllegalArgumentException("the times of the visit “" + window.id() + "” are out of order");
            }
        }

        /** Whether {@code after} the procedure lies within the tolerance. */
        public boolean holds(Duration after) {
            return after.compareTo(from) >= 0 && after.compareTo(to) <= 0;
        }
    }

    /**
     * The visits of one sort of procedure.
     *
     * @param id stable name
     * @param name the name shown
     * @param arms the arms it fits; empty for all
     * @param injectates the classes of injectate it fits; empty for all
     * @param windows which visits
     * @param citation where that comes from
     */
    public record Protocol(String id, String name, List<Arm> arms, List<InjectateClass> injectates,
            List<VisitWindow> windows, Citation citation) {
        /** Copies the lists. */
        public Protocol {
            arms = List.copyOf(arms);
            injectates = List.copyOf(injectates);
            windows = List.copyOf(windows);
        }

        /** Whether it fits every procedure. */
        public boolean forAll() {
            return arms.isEmpty() && injectates.isEmpty();
        }

        /** Whether it fits {@code p}. */
        public boolean fits(Procedure p) {
            return (arms.isEmpty() || arms.contains(p.arm()))
                    && (injectates.isEmpty() || p.injectate().filter(injectates::contains).isPresent());
        }
    }

    /** The planned visit with that name. */
    public Optional<Window> window(VisitWindow window) {
        return windows.stream().filter(w -> w.window().equals(window)).findFirst();
    }

    /** The protocol of a procedure: the one chosen by hand where there is such, else the first that fits. */
    public Protocol protocol(Procedure p, String chosen) {
        return protocols.stream().filter(q -> q.id().equals(chosen)).findFirst()
                .or(() -> protocols.stream().filter(q -> q.fits(p)).findFirst()).orElse(protocols.getLast());
    }

    /** The planned visits of a protocol, earliest first. */
    public List<Window> windows(Protocol protocol) {
        return windows.stream().filter(w -> protocol.windows().contains(w.window())).toList();
    }

    /** Which visit of {@code protocol} so long after the procedure stands for: within tolerance, the nearest. */
    public VisitWindow windowAt(Protocol protocol, Duration after) {
        return windows(protocol).stream().filter(w -> w.holds(after))
                .min((a, b) -> a.due().minus(after).abs().compareTo(b.due().minus(after).abs())).map(Window::window)
                .orElse(VisitWindow.OTHER);
    }

    private static FollowUpSchedule read(DataEntry file) throws DataFileException {
        List<Window> windows = new ArrayList<>(file.each("windows",
                e -> new Window(e.parsed("id", VisitWindow::of), e.parsed("due", Duration::parse),
                        e.parsed("from", Duration::parse), e.parsed("to", Duration::parse),
                        e.parsed("grace", Duration::parse), Citation.of(e))));
        windows.sort((a, b) -> a.due().compareTo(b.due()));
        return new FollowUpSchedule(file.text("version"), file.place(), windows,
                file.each("protocols",
                        e -> new Protocol(e.text("id"), e.text("name"),
                                e.eachChoice("arms", Arm.class),
                                e.eachChoice("injectates", InjectateClass.class),
                                e.eachParsed("windows", VisitWindow::of), Citation.of(e))),
                file.eachParsed("registry", VisitWindow::of));
    }
}

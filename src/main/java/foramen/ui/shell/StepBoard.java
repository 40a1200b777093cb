package foramen.ui.shell;

import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** How far each step of the work is, as the rail shows it. */
final class StepBoard {
    private final StepChecks checks;
    private final Supplier<Case> casefile;
    private final Supplier<Optional<ClipInfo>> clip;
    private final Map<Step, ReadOnlyObjectWrapper<StepState>> states = new EnumMap<>(Step.class);
    private final Set<Step> reported = EnumSet.noneOf(Step.class);
    private Optional<Case> exported = Optional.empty();

    StepBoard(StepChecks checks, Supplier<Case> casefile, Supplier<Optional<ClipInfo>> clip) {
        this.checks = checks;
        this.casefile = casefile;
        this.clip = clip;
        for (Step s : Step.values()) {
            states.put(s, new ReadOnlyObjectWrapper<>(StepState.EMPTY));
        }
    }

    void refresh() {
        Case now = casefile.get();
        Optional<ClipInfo> info = clip.get();
        Set<Step> alerts = EnumSet.noneOf(Step.class);
        alerts.addAll(reported);
        info.ifPresent(i -> alerts.addAll(checks.alerts(now, i)));
        StepStates found = new StepStates(now, info, alerts, exported);
        states.forEach((s, state) -> state.set(found.of(s)));
    }

    /** The documents of {@code written} were written. */
    void exported(Case written) {
        exported = Optional.of(written);
        refresh();
    }

    /** The page of {@code s} shows something that needs attention, or no longer does. */
    void attention(Step s, boolean needed) {
        if (needed ? reported.add(s) : reported.remove(s)) {
            refresh();
        }
    }

    ObservableValue<StepState> stateOf(Step s) {
        return Objects.requireNonNull(states.get(s));
    }
}

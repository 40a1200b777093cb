package foramen.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> heard = new ArrayList<>();
    private boolean cancelled;
    private final Progress whole = new Progress() {
        @Override
        public void report(double fraction, String message) {
            heard.add(fraction + " " + message);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    };

    @Test
    void a_part_runs_from_its_start_to_its_end_of_the_whole() {
        Progress second = whole.part(0.5, 0.75);
        second.report(0, "reading");
        second.report(0.5, "reading");
        second.report(1, "read");
        assertEquals(List.of("0.5 reading", "0.625 reading", "0.75 read"), heard);
    }

    @Test
    void a_part_of_a_part_stays_within_it() {
        whole.part(0.5, 1).part(0.5, 1).report(0.5, "deep");
        assertEquals(List.of("0.875 deep"), heard);
    }

    @Test
    void work_of_unknown_length_stays_unknown_in_a_part() {
        whole.part(0.5, 0.75).report(-1, "searching");
        assertEquals(List.of("-1.0 searching"), heard);
    }

    @Test
    void cancelling_the_whole_ends_the_part() {
        Progress part = whole.part(0, 0.5);
        assertDoesNotThrow(part::checkCancelled);
        cancelled = true;
        assertThrows(CancelledException.class, part::checkCancelled);
    }

    @Test
    void the_silent_progress_is_never_cancelled() {
        Progress.NONE.report(0.5, "unheard");
        assertDoesNotThrow(Progress.NONE::checkCancelled);
    }
}

package foramen.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentThreadJobRunnerTest {
    private final List<Object> done = new ArrayList<>();
    private final List<Exception> failed = new ArrayList<>();

    @Test
    void a_result_goes_to_done_and_nowhere_else() {
        JobRunner.Handle handle = run(progress -> 42);
        assertEquals(List.of(42), done);
        assertEquals(List.of(), failed);
        assertTrue(handle.isFinished());
    }

    @Test
    void a_failure_goes_to_failed_as_it_was_thrown() {
        IOException cause = new IOException("no such file");
        JobRunner.Handle handle = run(progress -> {
            throw cause;
        });
        assertEquals(List.of(), done);
        assertSame(cause, failed.getFirst());
        assertTrue(handle.isFinished());
    }

    @Test
    void a_cancellation_is_silent() {
        run(progress -> {
            throw new CancelledException();
        });
        assertEquals(List.of(), done);
        assertEquals(List.of(), failed);
    }

    @Test
    void an_error_of_the_receiver_is_not_taken_for_a_failure_of_the_job() {
        assertThrows(IllegalStateException.class,
                () -> new CurrentThreadJobRunner().start("reading", progress -> 1, result -> {
                    throw new IllegalStateException("receiver");
                }, failed::add));
        assertEquals(List.of(), failed);
    }

    private JobRunner.Handle run(Job<Integer> job) {
        return new CurrentThreadJobRunner().start("reading", job, done::add, failed::add);
    }
}

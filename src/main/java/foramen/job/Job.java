package foramen.job;

/**
 * A piece of work with a result.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface Job<T> {
    /**
     * Does the work on the caller's thread.
     *
     * @throws CancelledException when cancelled through {@code progress}
     * @throws Exception whatever kept it from being done
     */
    T run(Progress progress) throws Exception;
}

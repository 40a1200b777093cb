package foramen.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in two stages on two threads: the caller fills pieces, a thread of its own takes them in the same order. There are
 * only as many pieces as were given, so a slow taker holds the caller back and memory stays the same.
 *
 * @param <T> what is handed on
 */
public final class Relay<T> implements AutoCloseable {
    private final Deque<T> free;
    private final Deque<T> full = new ArrayDeque<>();
    private final Taker<T> taker;
    private final Thread thread;
    private @Nullable Throwable failure;
    private boolean ending;
    private boolean dropped;

    /**
     * What is done with a piece.
     *
     * @param <T> what is handed on
     */
    @FunctionalInterface
    public interface Taker<T> {
        /** Does it; the piece is filled anew after that. */
        void take(T piece) throws IOException;
    }

    /**
     * Starts the second stage.
     *
     * @param name of its thread
     * @param pieces at least one; with two or more both stages work at once
     * @param taker the second stage
     */
    public Relay(String name, List<T> pieces, Taker<T> taker) {
        this.taker = taker;
        this.free = new ArrayDeque<>(pieces);
        thread = new Thread(this::takeAll, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A piece to be filled; waits until there is one.
     *
     * @throws IOException what the second stage failed with
     */
    public synchronized T free() throws IOException {
        await(() -> !free.isEmpty() || failure != null);
        complain();
        return free.removeFirst();
    }

    /** Hands a filled piece on. */
    public synchronized void pass(T piece) {
        full.addLast(piece);
        notifyAll();
    }

    /**
     * Waits until all that was passed has been taken; nothing is passed after that.
     *
     * @throws IOException what the second stage failed with
     */
    public void finish() throws IOException {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        join();
        synchronized (this) {
            complain();
        }
    }

    /** Ends the second stage after the piece that it has in hand; what was passed beyond that is dropped. */
    @Override
    public void close() {
        synchronized (this) {
            ending = true;
            dropped = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // What the taker works on is let go after this, so it must have ended.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAll() {
        try {
            for (T piece = next(); piece != null; piece = next()) {
                taker.take(piece);
                giveBack(piece);
            }
        } catch (IOException | RuntimeException | Error e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    private synchronized @Nullable T next() throws IOException {
        await(() -> !full.isEmpty() || ending);
        return dropped ? null : full.pollFirst();
    }

    private synchronized void giveBack(T piece) {
        free.addLast(piece);
        notifyAll();
    }

    private synchronized void await(BooleanSupplier condition) throws IOException {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void join() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("The work was interrupted", e);
    }

    private void complain() throws IOException {
        switch (failure) {
            case null -> {
                // All is well.
            }
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IOException(failure);
        }
    }
}

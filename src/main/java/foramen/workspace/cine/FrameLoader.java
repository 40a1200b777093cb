package foramen.workspace.cine;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.Frame;
import foramen.job.JobRunner;
import foramen.job.StoppedException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Fetches frames off the interface thread, one at a time; the latest request wins and those between are dropped. In idle
 * moments it reads ahead the way the requests go. Decoded frames are kept within a budget, whatever the length of the
 * clip, the wanted one always. Lives on the home thread.
 */
public final class FrameLoader {
    /** Memory for decoded frames, unless the heap is small (engineering default; field notes 3.2). */
    private static final long MOST_CACHE_BYTES = 96L << 20;
    /** The share of the heap that it takes at most (engineering default). */
    private static final long SHARE_OF_HEAP = 3;

    private final JobRunner jobs;
    private final int readAhead;
    private final ReadOnlyObjectWrapper<Optional<LoadedFrame>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private FrameCache cache;

    private @Nullable Clip clip;
    private @Nullable Fetch running;
    private int wanted;
    /** 1 where requests go forth, -1 where they go back. */
    private int direction = 1;
    /** Frames that cannot be decoded, so that none is tried for ever; asking for one tries it once more. */
    private Set<Integer> broken = new HashSet<>();
    private boolean pumping;

    /**
     * @param jobs runs the decoding
     * @param readAhead how many frames beyond the wanted one are decoded in idle moments
     */
    public FrameLoader(JobRunner jobs, int readAhead) {
        this(jobs, readAhead, Math.min(MOST_CACHE_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /**
     * @param jobs runs the decoding
     * @param readAhead how many frames beyond the wanted one are decoded in idle moments
     * @param cacheBytes memory for decoded frames
     */
    public FrameLoader(JobRunner jobs, int readAhead, long cacheBytes) {
        this.jobs = jobs;
        this.cache = new FrameCache(cacheBytes);
        this.readAhead = readAhead;
    }

    /** The newest frame that is there; while a request is under way, still the one before. */
    public ReadOnlyObjectProperty<Optional<LoadedFrame>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Why the wanted frame cannot be shown, one sentence; empty while all is well. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Takes another clip, shows nothing yet and fetches frame {@code index}. The loader does not close clips. */
    public void open(Clip next, int index) {
        close();
        clip = next;
        wanted = index;
        request(index);
    }

    /** Lets the clip go and shows nothing; what is still being decoded is thrown away. */
    public void close() {
        clip = null;
        abandon();
        direction = 1;
        broken.clear();
        cache.clear();
        current.set(Optional.empty());
        error.set("");
    }

    /** The memory for decoded frames, in bytes. */
    long budget() {
        return cache.budget();
    }

    /** Has another budget of memory from now on; the wanted frame stays whatever it is. */
    void limit(long bytes) {
        cache.limit(bytes);
    }

    /** Each goes on with the other's clip, its decoded frames and the frame it shows; what is under way is begun anew. */
    void exchange(FrameLoader other) {
        abandon();
        other.abandon();
        Clip otherClip = other.clip;
        other.clip = clip;
        clip = otherClip;
        FrameCache otherCache = other.cache;
        other.cache = cache;
        cache = otherCache;
        Set<Integer> otherBroken = other.broken;
        other.broken = broken;
        broken = otherBroken;
        int otherWanted = other.wanted;
        other.wanted = wanted;
        wanted = otherWanted;
        int otherDirection = other.direction;
        other.direction = direction;
        direction = otherDirection;
        String otherError = other.error.get();
        other.error.set(error.get());
        error.set(otherError);
        Optional<LoadedFrame> otherShown = other.current.get();
        other.current.set(current.get());
        current.set(otherShown);
        pump();
        other.pump();
    }

    /**
     * Asks for frame {@code index} (from 0).
     *
     * @throws IndexOutOfBoundsException where the clip has no such frame
     */
    public void request(int index) {
        Clip c = clip;
        if (c != null) {
            int frames = c.info().frames();
            Objects.checkIndex(index, frames);
            if (index != wanted) {
                // By the shorter way round, so that the end of a loop does not turn it.
                direction = Math.floorMod(index - wanted, frames) <= frames / 2 ? 1 : -1;
            }
            wanted = index;
            cache.pin(index);
            broken.remove(index);
            Fetch now = running;
            if (now != null && !now.asked && distance(now.index, frames) > ahead(c, frames)) {
                abandon();
            }
            pump();
        }
    }

    /** How far {@code index} lies beyond the wanted frame, the way the requests go. */
    private int distance(int index, int frames) {
        return Math.floorMod((index - wanted) * direction, frames);
    }

    /** Waits no longer for what is being decoded. */
    private void abandon() {
        Fetch now = running;
        if (now != null && now.handle != null) {
            now.handle.cancel();
        }
        running = null;
    }

    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            dropSilentEnd();
            while (startNext()) {
                dropSilentEnd();
            }
        } finally {
            pumping = false;
        }
    }

    private boolean startNext() {
        Clip c = clip;
        showWanted();
        if (c == null || running != null) {
            return false;
        }
        int next = next(c);
        if (next < 0) {
            return false;
        }
        start(c, next);
        return true;
    }

    private void showWanted() {
        cache.get(wanted).ifPresent(have -> show(wanted, have));
    }

    private void show(int index, Frame frame) {
        if (current.get().filter(l -> l.index() == index).isEmpty()) {
            current.set(Optional.of(new LoadedFrame(index, frame)));
        }
        if (index == wanted) {
            error.set("");
        }
    }

    /** The frame to decode next: the wanted one, else one of those that follow it; -1 where all are there. */
    private int next(Clip c) {
        if (broken.contains(wanted)) {
            return -1;
        }
        int frames = c.info().frames();
        for (int i = 0; i <= ahead(c, frames); i++) {
            int index = Math.floorMod(wanted + i * direction, frames);
            if (!cache.contains(index) && !broken.contains(index)) {
                return index;
            }
        }
        return -1;
    }

    /** How many frames to read ahead: no more than stay in the cache beside the wanted one. */
    private int ahead(Clip c, int frames) {
        int room = cache.room(c.info().columns(), c.info().rows()) - 1;
        return Math.clamp(room, 0, Math.min(readAhead, frames - 1));
    }

    private void start(Clip c, int index) {
        Fetch fetch = new Fetch(index, index == wanted);
        running = fetch;
        fetch.handle = jobs.start("Loading frame " + (index + 1), progress -> fetch.decode(c), fetch::done,
                fetch::failed);
    }

    /** A runner tells nobody of a cancelled job; its own note says how far it came. */
    private void dropSilentEnd() {
        Fetch now = running;
        if (now != null && now.handle != null && now.handle.isFinished()) {
            now.settle();
        }
    }

    /** One frame under way. */
    private final class Fetch {
        private final int index;
        /** Whether it was the wanted frame when it began, and not read ahead. */
        private final boolean asked;
        private JobRunner.@Nullable Handle handle;
        /** Written by the job's thread. */
        private volatile @Nullable Frame decoded;
        /** Written by the job's thread. */
        private volatile @Nullable ClipException problem;

        Fetch(int index, boolean asked) {
            this.index = index;
            this.asked = asked;
        }

        Frame decode(Clip c) throws ClipException {
            try {
                Frame frame = c.frame(index);
                decoded = frame;
                return frame;
            } catch (ClipException e) {
                problem = e;
                throw e;
            }
        }

        void settle() {
            Frame frame = decoded;
            ClipException e = problem;
            if (frame != null) {
                done(frame);
            } else if (e != null) {
                failed(e);
            } else {
                running = null;
            }
        }

        void done(Frame frame) {
            if (running == this) {
                running = null;
                cache.put(index, frame);
                if (asked) {
                    // Shown even where a later one is wanted by now: slow decoding must not mean a picture at rest.
                    show(index, frame);
                }
                pump();
            }
        }

        void failed(Exception e) {
            if (e instanceof StoppedException) {
                // The frame is not broken; it is read again when it is wanted again.
                settle();
            } else if (running == this) {
                running = null;
                broken.add(index);
                if (index == wanted) {
                    error.set(sentence(e));
                }
                pump();
            }
        }

        private String sentence(Exception e) {
            String message = e.getMessage();
            return e instanceof ClipException && message != null
                    ? message
                    : "Frame " + (index + 1) + " cannot be shown (" + e + ").";
        }
    }
}

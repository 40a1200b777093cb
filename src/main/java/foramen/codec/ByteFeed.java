package foramen.codec;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the bytes of one source to FFmpeg's input, and tells it when its time is up. An exception must not cross native
 * frames, so it is kept and thrown on this side.
 */
final class ByteFeed implements AutoCloseable {
    private static final int IO_ERROR = -5;
    /** The bridge makes at most ten native entry points of a kind, so all films share one and are told apart by number. */
    private static final Map<Long, ByteFeed> FEEDS = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();
    private static final Reader READER = new Reader();
    private static final Seeker SEEKER = new Seeker();
    private static final Interrupter INTERRUPTER = new Interrupter();

    private final VideoSource source;
    private final long number = LAST.incrementAndGet();
    private final Handle handle = new Handle(number);
    private byte[] buffer = new byte[0];
    private long position;
    private long deadline;
    private boolean late;
    private @Nullable Exception failure;

    ByteFeed(VideoSource source) {
        this.source = source;
        FEEDS.put(number, this);
        allow(Duration.ofMinutes(1));
    }

    /** What FFmpeg hands back to the callbacks. */
    Pointer handle() {
        return handle;
    }

    Read_packet_Pointer_BytePointer_int reader() {
        return READER;
    }

    Seek_Pointer_long_int seeker() {
        return SEEKER;
    }

    AVIOInterruptCB.Callback_Pointer interrupter() {
        return INTERRUPTER;
    }

    /** Starts the clock of one call. */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        late = false;
        failure = null;
    }

    /** Throws what went wrong behind FFmpeg's back. */
    void check() throws IOException {
        Exception known = failure;
        if (known instanceof IOException e) {
            throw e;
        }
        if (known instanceof RuntimeException e) {
            throw e;
        }
        if (isLate()) {
            throw new CodecException("its film takes too long to decode");
        }
    }

    private boolean isLate() {
        late |= System.nanoTime() - deadline > 0;
        return late;
    }

    @Override
    public void close() {
        FEEDS.remove(number);
    }

    private int read(BytePointer target, int most) {
        try {
            if (buffer.length < most) {
                buffer = new byte[most];
            }
            int n = source.read(position, buffer, 0, most);
            if (n <= 0) {
                return avutil.AVERROR_EOF();
            }
            target.put(buffer, 0, n);
            position += n;
            return n;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return IO_ERROR;
        }
    }

    private long seek(long to, int whence) {
        long wanted = switch (whence & ~avformat.AVSEEK_FORCE) {
            case 0 -> to;
            case 1 -> position + to;
            case 2 -> source.size() + to;
            default -> -1;
        };
        if (whence == avformat.AVSEEK_SIZE) {
            return source.size();
        }
        if (wanted < 0) {
            return IO_ERROR;
        }
        position = wanted;
        return position;
    }

    private static final class Handle extends Pointer {
        Handle(long number) {
            super((Pointer) null);
            address = number;
        }
    }

    private static final class Reader extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer target, int most) {
            ByteFeed feed = FEEDS.get(opaque.address());
            return feed == null || most <= 0 ? IO_ERROR : feed.read(target, most);
        }
    }

    private static final class Seeker extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long to, int whence) {
            ByteFeed feed = FEEDS.get(opaque.address());
            return feed == null ? IO_ERROR : feed.seek(to, whence);
        }
    }

    private static final class Interrupter extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer opaque) {
            ByteFeed feed = FEEDS.get(opaque.address());
            return feed == null || feed.failure != null || feed.isLate() ? 1 : 0;
        }
    }
}

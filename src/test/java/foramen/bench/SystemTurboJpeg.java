package foramen.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The system's libturbojpeg, decompressing into native memory that it keeps: what {@code tjbench} measures. */
final class SystemTurboJpeg {
    private static final int BGRX = 3;

    private final MethodHandle decompress;
    private final MemorySegment handle;
    private final MemorySegment stream = Arena.global().allocate(4 << 20);
    private final MemorySegment picture;
    private final int columns;
    private final int rows;

    @SuppressWarnings("restricted")
    private SystemTurboJpeg(SymbolLookup library, int columns, int rows) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle init = linker.downcallHandle(library.find("tjInitDecompress").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS));
        this.decompress = linker.downcallHandle(library.find("tjDecompress2").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        this.handle = (MemorySegment) init.invokeExact();
        this.columns = columns;
        this.rows = rows;
        this.picture = Arena.global().allocate(4L * columns * rows, 64);
    }

    @SuppressWarnings("restricted")
    static Optional<SystemTurboJpeg> find(int columns, int rows) {
        try {
            return Optional.of(new SystemTurboJpeg(SymbolLookup.libraryLookup("libturbojpeg.so.0", Arena.global()),
                    columns, rows));
        } catch (Throwable absent) {
            return Optional.empty();
        }
    }

    void decode(byte[] jpeg) {
        try {
            MemorySegment.copy(jpeg, 0, stream, ValueLayout.JAVA_BYTE, 0, jpeg.length);
            int failed = (int) decompress.invokeExact(handle, stream, (long) jpeg.length, picture, columns, 4 * columns,
                    rows, BGRX, 0);
            if (failed != 0) {
                throw new IllegalStateException("libturbojpeg refused a frame");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

package foramen.dicom.io;

import java.util.List;

/** Pixel data to be written. */
public sealed interface PixelPayload {
    /**
     * Uncompressed little-endian frames, one after the other.
     *
     * @param bitsAllocated 8 (written as OB) or 16 (OW)
     * @param frames equal in length; may be made as they are asked for, in order, once
     */
    record Native(int bitsAllocated, List<byte[]> frames) implements PixelPayload {}

    /**
     * Compressed frames, each written as one fragment behind a Basic Offset Table.
     *
     * @param frames one stream for each frame
     */
    record Encapsulated(List<byte[]> frames) implements PixelPayload {}

    /**
     * Compressed frames from a spool, each written as one fragment; offsets that need it go into an Extended Offset
     * Table (PS3.3 C.7.6.3.1.8).
     *
     * @param spool closed by whoever made it
     */
    record Spooled(FrameSpool spool) implements PixelPayload {}
}

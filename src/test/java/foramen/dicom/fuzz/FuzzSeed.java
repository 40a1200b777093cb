package foramen.dicom.fuzz;

/** A file to be changed. */
final class FuzzSeed {
    private final String name;
    private final byte[] bytes;

    /**
     * Wraps {@code bytes} without copying.
     *
     * @param name what it is, or where it comes from
     * @param bytes a Part 10 file
     */
    FuzzSeed(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    /** The file itself, which nobody may change. */
    byte[] bytes() {
        return bytes;
    }
}

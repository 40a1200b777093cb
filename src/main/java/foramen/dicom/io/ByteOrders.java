package foramen.dicom.io;

/** Turns the byte order of values round. */
final class ByteOrders {
    private ByteOrders() {}

    /** Reverses each whole piece of {@code unit} bytes in place. */
    static void swap(byte[] bytes, int unit) {
        for (int at = 0; unit > 1 && at + unit <= bytes.length; at += unit) {
            for (int i = at, j = at + unit - 1; i < j; i++, j--) {
                byte b = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = b;
            }
        }
    }
}

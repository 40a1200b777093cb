package foramen.storage;

import foramen.domain.casefile.StoreException;

/**
 * What stands between a plain value and its bytes in the store: nothing, or encryption.
 *
 * <p>A context says where the bytes belong, so that bytes moved elsewhere are found out; it is not secret.
 */
interface Seal {
    /** The bytes to store for {@code plain}; of two calls no two may be alike. */
    byte[] close(byte[] plain, String context) throws StoreException;

    /** What {@link #close} was given. */
    byte[] open(byte[] stored, String context) throws StoreException;

    /** The bytes to store for {@code plain} where equal values must be found again as equal bytes. */
    byte[] closeAlike(byte[] plain, String context) throws StoreException;

    /** What {@link #closeAlike} was given. */
    byte[] openAlike(byte[] stored, String context) throws StoreException;

    /** Whether the stored bytes are the plain ones, so that they can be sought by their beginning. */
    boolean isPlain();

    /** Whether there is a key to open with just now. */
    default boolean isOpen() {
        return true;
    }

    /** Nothing: the bytes are stored as they are. */
    Seal NONE = new Seal() {
        @Override
        public byte[] close(byte[] plain, String context) {
            return plain;
        }

        @Override
        public byte[] open(byte[] stored, String context) {
            return stored;
        }

        @Override
        public byte[] closeAlike(byte[] plain, String context) {
            return plain;
        }

        @Override
        public byte[] openAlike(byte[] stored, String context) {
            return stored;
        }

        @Override
        public boolean isPlain() {
            return true;
        }
    };
}

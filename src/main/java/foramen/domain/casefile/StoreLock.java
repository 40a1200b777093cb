package foramen.domain.casefile;

/** The passphrase of a store whose records are encrypted. Opening and changing take a second or so each. */
public interface StoreLock {
    /** Whether the store's records are encrypted. */
    boolean isEncrypted();

    /** Whether the records cannot be read or changed just now for want of the passphrase. */
    boolean isLocked();

    /**
     * Makes the records readable until {@link #lock()}.
     *
     * @throws StoreException where the passphrase is not the right one; nothing is changed then
     */
    void unlock(char[] passphrase) throws StoreException;

    /** Forgets the keys and every record in memory; what is on its way to the store fails until it is unlocked. */
    void lock();

    /**
     * Puts another passphrase in the place of the old one.
     *
     * @throws StoreException where the old one is not the right one or the new one too short; nothing is changed then
     */
    void changePassphrase(char[] old, char[] next) throws StoreException;
}

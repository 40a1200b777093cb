package foramen.ui.lock;

import foramen.domain.casefile.StoreException;
import foramen.domain.casefile.StoreLock;
import java.util.Arrays;

/** A passphrase without a store. */
final class FakeLock implements StoreLock {
    static final String RIGHT = "four words that match";
    final boolean encrypted;
    boolean locked;
    int tried;

    FakeLock(boolean encrypted) {
        this.encrypted = encrypted;
    }

    @Override
    public boolean isEncrypted() {
        return encrypted;
    }

    @Override
    public boolean isLocked() {
        return locked;
    }

    @Override
    public void unlock(char[] passphrase) throws StoreException {
        tried++;
        if (!Arrays.equals(passphrase, RIGHT.toCharArray())) {
            throw new StoreException("The passphrase is not the right one; nothing was changed. Try again.");
        }
        locked = false;
    }

    @Override
    public void lock() {
        locked = true;
    }

    @Override
    public void changePassphrase(char[] old, char[] next) {
        throw new UnsupportedOperationException();
    }
}

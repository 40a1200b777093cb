package foramen.media.catalog;

import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;

/** A clip in an unpacked copy, which goes when the clip is closed. */
final class SpooledClip implements Clip {
    private final Clip clip;
    private final Runnable remove;

    SpooledClip(Clip clip, Runnable remove) {
        this.clip = clip;
        this.remove = remove;
    }

    @Override
    public ClipInfo info() {
        return clip.info();
    }

    @Override
    public ClipContext context() {
        return clip.context();
    }

    @Override
    public Clip bare() {
        return clip.bare();
    }

    @Override
    public Frame frame(int index) throws ClipException {
        return clip.frame(index);
    }

    @Override
    public void close() {
        clip.close();
        remove.run();
    }
}

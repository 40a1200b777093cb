package foramen.media;

import foramen.codec.CodecException;
import foramen.codec.PictureFile;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A picture file as a clip, its pages decoded on demand. */
public final class PictureClip implements Clip {
    private static final Logger LOG = LoggerFactory.getLogger(PictureClip.class);

    private final String name;
    private final PictureFile picture;
    private final ClipInfo info;

    PictureClip(String name, PictureFile picture, ClipInfo info) {
        this.name = name;
        this.picture = picture;
        this.info = info;
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public ClipContext context() {
        return ClipContext.of(picture.kind().words());
    }

    @Override
    public Frame frame(int index) throws ClipException {
        Objects.checkIndex(index, info.frames());
        try {
            return new Frame(info.columns(), info.rows(), picture.argb(index));
        } catch (CodecException e) {
            throw new ClipException("Frame " + (index + 1) + " of " + name + " cannot be shown: " + e.getMessage()
                    + ".", e);
        }
    }

    @Override
    public void close() {
        close(name, picture);
    }

    static void close(String name, PictureFile picture) {
        try {
            picture.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost; the system lets go of the file when the program ends.
            LOG.warn("{} did not close", name, e);
        }
    }
}

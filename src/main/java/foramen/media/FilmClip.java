package foramen.media;

import foramen.codec.CodecException;
import foramen.codec.VideoStream;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.Objects;

/** A film as a clip; its frames are decoded each time they are asked for. */
public final class FilmClip implements Clip {
    private final String name;
    private final VideoStream stream;
    private final ClipInfo info;

    FilmClip(String name, VideoStream stream, ClipInfo info) {
        this.name = name;
        this.stream = stream;
        this.info = info;
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public ClipContext context() {
        return ClipContext.of("film");
    }

    @Override
    public Frame frame(int index) throws ClipException {
        Objects.checkIndex(index, info.frames());
        try {
            return new Frame(info.columns(), info.rows(), stream.frame(index));
        } catch (CodecException e) {
            throw new ClipException(
                    "Frame " + (index + 1) + " of " + name + " cannot be shown: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(
                    "Frame " + (index + 1) + " of " + name + " cannot be read; is the file still there?",
                    e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}

package foramen.dicom.read;

import foramen.codec.CodecException;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetSource;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomException;
import foramen.dicom.io.DicomFile;
import foramen.dicom.pixel.FrameDecoder;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipContext;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.Frame;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A clip in a DICOM file, its frames decoded each time they are asked for. */
public final class DicomClip implements Clip, DataSetSource {
    private static final Logger LOG = LoggerFactory.getLogger(DicomClip.class);

    private final String name;
    private final DicomFile file;
    private final FrameDecoder decoder;
    private final ClipInfo info;

    DicomClip(String name, DicomFile file, FrameDecoder decoder, ClipInfo info) {
        this.name = name;
        this.file = file;
        this.decoder = decoder;
        this.info = info;
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public ClipContext context() {
        DataSet d = file.data();
        return new ClipContext(description().kind(), IdentityReader.date(d.text(Tag.STUDY_DATE)),
                d.text(Tag.STUDY_DESCRIPTION), d.integer(Tag.SERIES_NUMBER), d.text(Tag.SERIES_DESCRIPTION),
                d.integer(Tag.INSTANCE_NUMBER));
    }

    @Override
    public DataSet dataSet() {
        return file.data();
    }

    /** What kind of DICOM object this is. */
    public DicomDescription description() {
        return DicomDescription.of(file);
    }

    @Override
    public Frame frame(int index) throws ClipException {
        Objects.checkIndex(index, info.frames());
        try {
            return decoder.decode(index);
        } catch (IOException e) {
            throw told(index, e);
        }
    }

    @Override
    public void read(int index, int[] argb) throws ClipException {
        Objects.checkIndex(index, info.frames());
        Objects.checkFromIndexSize(0, info.columns() * info.rows(), argb.length);
        try {
            decoder.decode(index, argb);
        } catch (IOException e) {
            throw told(index, e);
        }
    }

    private ClipException told(int index, IOException e) {
        String frame = "Frame " + (index + 1) + " of " + name;
        return e instanceof DicomException || e instanceof CodecException
                ? new ClipException(frame + " cannot be shown: " + e.getMessage() + ".", e)
                : new ClipException(frame + " cannot be read; is the file still there?", e);
    }

    @Override
    public void close() {
        decoder.close();
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost; the system lets go of the file when the program ends.
            LOG.warn("{} did not close", name, e);
        }
    }
}

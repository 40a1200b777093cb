package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.DataSetSource;
import foramen.dicom.data.Tag;
import foramen.dicom.data.TransferSyntax;
import foramen.dicom.data.Uid;
import foramen.dicom.data.Vr;
import foramen.domain.clip.ClipInfo;
import foramen.domain.delivery.ExportSubject;
import foramen.domain.delivery.NotApplicableException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The clip that objects are made from, as DICOM knows it; a film or a picture is known by names made from its content. */
public final class SourceObject {
    private final DataSet data;
    private final boolean isDicom;
    private final ClipInfo info;
    private final DerivedUids uids;

    private SourceObject(DataSet data, boolean isDicom, ClipInfo info, DerivedUids uids) {
        this.data = data;
        this.isDicom = isDicom;
        this.info = info;
        this.uids = uids;
    }

    /** What {@code subject} is made from. */
    public static SourceObject of(ExportSubject subject) {
        boolean isDicom = subject.clip().bare() instanceof DataSetSource;
        DataSet data = subject.clip().bare() instanceof DataSetSource s ? s.dataSet() : DataSet.EMPTY;
        return new SourceObject(data, isDicom, subject.clip().info(), DerivedUids.of(subject));
    }

    /** The clip's own data set; empty where it is no DICOM object. */
    public DataSet data() {
        return data;
    }

    /** Whether the clip is a DICOM object. */
    public boolean isDicom() {
        return isDicom;
    }

    /** Its study, or one made for a clip that is in none. */
    public String studyUid() {
        String stated = data.text(Tag.STUDY_INSTANCE_UID);
        return Uid.isValid(stated) ? stated : uids.study();
    }

    /** Whether other objects can name it so that an archive finds it. */
    public boolean canBeNamed() {
        return isDicom && Uid.isValid(data.text(Tag.SOP_INSTANCE_UID)) && Uid.isValid(info.identity().sopClassUid())
                && Uid.isValid(data.text(Tag.SERIES_INSTANCE_UID)) && Uid.isValid(data.text(Tag.STUDY_INSTANCE_UID));
    }

    /**
     * Refuses a clip that nothing can refer to.
     *
     * @param what the object that would have to, at the start of a sentence
     */
    public void requireName(String what) throws IOException {
        if (!isDicom) {
            throw new NotApplicableException(
                    what + " refers to a DICOM image, and this clip is a plain film or picture; export a "
                            + "secondary capture or a PDF instead.");
        }
        if (!canBeNamed()) {
            throw new NotApplicableException(
                    what + " cannot refer to this clip, because its file lacks the UIDs by which an "
                            + "archive would find it; export a secondary capture or a PDF instead.");
        }
    }

    /** Whether the clip is grey as stored. */
    public boolean isGrey() {
        return info.photometric().startsWith("MONOCHROME");
    }

    /** Whether it holds more than one frame, so that references must name frames. */
    public boolean isMultiframe() {
        return info.frames() > 1;
    }

    /** The clip's width in pixels. */
    public int columns() {
        return info.columns();
    }

    /** The clip's height in pixels. */
    public int rows() {
        return info.rows();
    }

    /** Referenced SOP Class and Instance (PS3.3 table 10-11), open for more. */
    public DataSetBuilder reference() {
        return DataSet.builder().text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, info.identity().sopClassUid())
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, data.text(Tag.SOP_INSTANCE_UID));
    }

    /**
     * The same with frames, where the clip has more than one.
     *
     * @param frameNumbers from 1
     */
    public DataSetBuilder reference(Collection<Integer> frameNumbers) {
        DataSetBuilder item = reference();
        if (isMultiframe()) {
            item.text(Tag.REFERENCED_FRAME_NUMBER, Vr.IS,
                    frameNumbers.stream().map(n -> Integer.toString(n)).toArray(String[]::new));
        }
        return item;
    }

    /** The series that holds the clip. */
    public String seriesUid() {
        return data.text(Tag.SERIES_INSTANCE_UID);
    }

    /** What its pixels have lost; unknown for a picture that is no DICOM object. */
    Optional<LossyHistory> lossyHistory() {
        if (!isDicom) {
            return info.frames() > 1 ? Optional.of(new LossyHistory(true, List.of(), List.of())) : Optional.empty();
        }
        boolean lossy = TransferSyntax.of(info.identity().transferSyntaxUid()).filter(TransferSyntax::isAlwaysLossy)
                .isPresent();
        return Optional.of(LossyHistory.of(data, lossy));
    }
}

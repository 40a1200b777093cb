package foramen.dicom.write.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetSource;
import foramen.dicom.data.Tag;
import foramen.dicom.data.Uid;
import foramen.dicom.sr.Content;
import foramen.dicom.sr.exact.CaseRecord;
import foramen.dicom.write.DerivedUids;
import foramen.domain.clip.Clip;
import foramen.domain.clip.ClipInfo;
import java.util.List;

/**
 * A clip that a report refers to, by names that an archive accepts.
 *
 * @param info what the clip says about itself
 * @param isDicom whether it is a DICOM object; a film or picture is named by its content, as the capture it would make
 * @param isMultiframe whether references must name frames
 * @param sopClassUid what kind of object it is
 * @param sopInstanceUid which one
 * @param seriesUid its series
 * @param studyUid its study
 */
record ReportClip(ClipInfo info, boolean isDicom, boolean isMultiframe, String sopClassUid, String sopInstanceUid,
        String seriesUid, String studyUid) {
    private static final String MULTIFRAME_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7.4";

    /**
     * The names of {@code clip}.
     *
     * @param uids of an export of that clip
     */
    static ReportClip of(Clip clip, DerivedUids uids) {
        ClipInfo info = clip.info();
        boolean isDicom = clip.bare() instanceof DataSetSource;
        DataSet data = clip.bare() instanceof DataSetSource s ? s.dataSet() : DataSet.EMPTY;
        ClipInfo.ClipIdentity id = info.identity();
        boolean isMultiframe = info.frames() > 1 || data.contains(Tag.NUMBER_OF_FRAMES);
        String capture = isMultiframe ? MULTIFRAME_SECONDARY_CAPTURE : Uid.SECONDARY_CAPTURE;
        return new ReportClip(info, isDicom, isMultiframe, valid(isDicom ? id.sopClassUid() : "", capture),
                valid(id.sopInstanceUid(), Uid.fromSeed("clip\n" + id.sopInstanceUid())),
                valid(id.seriesUid(), Uid.fromSeed("series of clip\n" + id.sopInstanceUid())),
                valid(id.studyUid(), uids.study()));
    }

    private static String valid(String uid, String otherwise) {
        return Uid.isValid(uid) ? uid : otherwise;
    }

    /** A reference to frame {@code number}, from 1; to the whole where there is but one. */
    Content.Image image(int number) {
        return new Content.Image(sopClassUid, sopInstanceUid, isMultiframe ? List.of(number) : List.of());
    }

    /** A reference to the whole. */
    Content.Image image() {
        return new Content.Image(sopClassUid, sopInstanceUid, List.of());
    }

    CaseRecord.Size size() {
        return new CaseRecord.Size(info.columns(), info.rows());
    }
}

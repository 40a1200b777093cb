package foramen.dicom.data;

/** Something that came out of a DICOM file, of which objects made from it copy patient, study and history. */
public interface DataSetSource {
    /** The data set as read, without pixel data. */
    DataSet dataSet();
}

package foramen.dicom.io;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.TransferSyntax;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A DICOM file as read: everything but the pixels, which stay behind {@link #source}.
 *
 * @param meta the file meta information, group 0002; empty where missing
 * @param data the data set without pixel data
 * @param transferSyntaxUid the syntax as declared, or as guessed where the file does not say
 * @param pixels where the pixel data lies, if there is any
 * @param warnings what was wrong and what was done about it, one sentence each
 * @param source the bytes that positions refer to; inflated ones for a deflated file
 */
public record DicomFile(DataSet meta, DataSet data, String transferSyntaxUid,
        Optional<PixelDataLocation> pixels, List<String> warnings, ByteSource source) implements Closeable {
    /** Copies the warnings. */
    public DicomFile {
        warnings = List.copyOf(warnings);
    }

    /** The transfer syntax, where Foramen knows it by name. */
    public Optional<TransferSyntax> transferSyntax() {
        return TransferSyntax.of(transferSyntaxUid);
    }

    /** Lets the file go. */
    @Override
    public void close() throws IOException {
        source.close();
    }
}

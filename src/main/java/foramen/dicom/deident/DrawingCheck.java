package foramen.dicom.deident;

import static foramen.dicom.deident.CleanAttributes.require;

import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Tag;
import foramen.dicom.io.DicomFile;
import foramen.dicom.io.DicomReader;
import foramen.dicom.io.PixelDataLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the copy of a drawing again and looks for the patient in each of its bytes but those of masks. */
final class DrawingCheck {
    private final OpenDrawing source;
    private final AttributeCleaner cleaner;
    private final Deidentification how;

    DrawingCheck(OpenDrawing source, AttributeCleaner cleaner, Deidentification how) {
        this.source = source;
        this.cleaner = cleaner;
        this.how = how;
    }

    /** Checks {@code written}. */
    void check(Path written) throws IOException, DeidentException {
        CleanAttributes.preamble(written);
        long header;
        try (DicomFile file = new DicomReader().read(written)) {
            new CleanAttributes(cleaner, how.options(), source.data().text(Tag.SOP_CLASS_UID)).check(file);
            require(source.isState() == file.pixels().isEmpty(), "it has other pixels");
            header = file.pixels().map(p -> ((PixelDataLocation.Native) p).offset()).orElse(Files.size(written));
            for (List<Double> shape : shapes(file.data())) {
                require(shapes(source.data()).contains(shape), "a shape is not what it was");
            }
        }
        try (OpenDrawing copy = OpenDrawing.open(written).orElseThrow(
                () -> new DeidentException(DeidentException.Kind.FAILED, "its copy is of another kind"))) {
            require(copy.hashes().equals(source.hashes()), "a mask is not what it was");
        }
        try (InputStream in = Files.newInputStream(written)) {
            bytes(in.readNBytes((int) Math.min(header, Integer.MAX_VALUE - 8)));
        }
    }

    private void bytes(byte[] header) throws DeidentException {
        String latin = new String(header, StandardCharsets.ISO_8859_1);
        require(!found(latin) && !found(new String(header, StandardCharsets.UTF_8)),
                "a name or number of the source is in its bytes");
        for (String uid : cleaner.replacedUids()) {
            boolean there = Pattern.compile("(?<![0-9.])" + Pattern.quote(uid) + "(?![0-9.])").matcher(latin).find();
            require(!there, "a UID of the source is in its bytes");
        }
    }

    /** What the copy says of its own making may share a word with a name. */
    private boolean found(String text) {
        return cleaner.identifiers().areIn(text.replace(how.product(), ""));
    }

    private static Set<List<Double>> shapes(DataSet data) {
        List<List<Double>> found = new ArrayList<>();
        gather(data, found);
        return Set.copyOf(found);
    }

    private static void gather(DataSet data, List<List<Double>> found) {
        if (data.contains(PresentationTag.GRAPHIC_DATA)) {
            found.add(data.reals(PresentationTag.GRAPHIC_DATA));
        }
        for (DataElement e : data.elements()) {
            if (e instanceof DataElement.Sequence s) {
                s.items().forEach(i -> gather(i, found));
            }
        }
    }
}

package foramen.dicom.fuzz;

import foramen.dicom.contract.DicomEngine;
import foramen.dicom.data.DataElement;
import foramen.dicom.data.DataSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What is done with one changed file: everything that opening, showing and keeping a clip does. */
final class FuzzCase {
    private static final int MOST_REREAD = 1 << 20;

    private final DicomEngine engine;

    FuzzCase(DicomEngine engine) {
        this.engine = engine;
    }

    /** How many frames were decoded, -1 where the file was refused; anything but a refusal comes out as it is. */
    int run(byte[] bytes) throws IOException {
        try (DicomEngine.Opened opened = engine.open(bytes)) {
            sentences(opened.warnings());
            walk(opened.data());
            again(opened);
            return shown(opened);
        } catch (IOException e) {
            refused(e);
            return -1;
        }
    }

    private void refused(IOException e) throws IOException {
        if (!engine.isRefusal(e) || String.valueOf(e.getMessage()).length() < 5) {
            throw e;
        }
    }

    private static void sentences(List<String> warnings) {
        for (String w : warnings) {
            if (!w.endsWith(".") || w.contains("\n")) {
                throw new AssertionError("no sentence: " + w);
            }
        }
    }

    private static void walk(DataSet data) {
        for (DataElement e : data.elements()) {
            data.strings(e.tag());
            data.reals(e.tag());
            data.longs(e.tag());
            data.isSuspectText(e.tag());
            data.items(e.tag()).forEach(FuzzCase::walk);
        }
    }

    /** What was read can be written, or is refused, and reads back. */
    private void again(DicomEngine.Opened opened) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            opened.rewrite(out);
        } catch (IOException e) {
            refused(e);
            return;
        }
        if (out.size() < MOST_REREAD) {
            try (DicomEngine.Opened reread = engine.open(out.toByteArray())) {
                if (reread.data().elements().size() != opened.data().elements().size()) {
                    throw new AssertionError("the rewritten file has other elements");
                }
            }
        }
    }

    private int shown(DicomEngine.Opened opened) throws IOException {
        DicomEngine.Pictures pictures;
        try {
            pictures = opened.pictures();
        } catch (IOException e) {
            refused(e);
            return 0;
        }
        sentences(pictures.warnings());
        int frames = pictures.frames();
        int decoded = 0;
        for (int i : new int[]{0, frames - 1}) {
            if (i == 0 || (i > 0 && pictures.pixels() < 1 << 20)) {
                try {
                    pictures.frame(i);
                    decoded++;
                } catch (IOException e) {
                    refused(e);
                }
            }
        }
        return decoded;
    }
}

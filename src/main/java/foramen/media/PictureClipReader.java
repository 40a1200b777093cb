package foramen.media;

import foramen.codec.CodecException;
import foramen.codec.ImageIoJpeg;
import foramen.codec.PictureFile;
import foramen.codec.PictureFiles;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.Calibration;
import foramen.domain.clip.ClipException;
import foramen.domain.clip.ClipFormat;
import foramen.domain.clip.ClipInfo;
import foramen.domain.clip.ClipInfo.ClipIdentity;
import foramen.domain.clip.ClipInfo.Origin;
import foramen.domain.clip.ContentUid;
import foramen.domain.clip.FrameTiming;
import foramen.domain.patient.Patient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens pictures as clips without patient, side and scale; the pages of a TIFF are its frames. */
public final class PictureClipReader implements ClipFormat {
    private final PictureFiles pictures = new PictureFiles(new ImageIoJpeg());

    @Override
    public Fit fit(byte[] head) {
        return PictureFile.kindOf(head).isPresent() ? Fit.YES : Fit.NO;
    }

    @Override
    public PictureClip open(Path file, String name) throws ClipException {
        PictureFile picture = null;
        boolean opened = false;
        try {
            picture = pictures.open(file);
            PictureClip clip = new PictureClip(name, picture, info(file, picture));
            opened = true;
            return clip;
        } catch (CodecException e) {
            throw new ClipException(name + " cannot be shown: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new ClipException(name + " cannot be read; is the file still there, and may you open it?", e);
        } finally {
            if (picture != null && !opened) {
                PictureClip.close(name, picture);
            }
        }
    }

    private static ClipInfo info(Path file, PictureFile picture) throws IOException {
        List<String> warnings = new ArrayList<>();
        warnings.add(
                "A " + picture.kind().words() + " names no patient, side or scale: check whose it is, and measure in"
                        + " pixels only.");
        warnings.addAll(picture.warnings());
        if (picture.pages() > 1) {
            warnings.add("The file does not say how fast it plays; 25 frames a second are assumed.");
        }
        return new ClipInfo(new ClipIdentity("", ContentUid.of(file), "", "", ""), picture.columns(), picture.rows(),
                FrameTiming.uniform(picture.pages(), FrameTiming.DEFAULT_FRAME_MILLIS, "default"),
                picture.isGrey() ? "MONOCHROME2" : "RGB", Calibration.none(), Patient.UNKNOWN, Laterality.UNSPECIFIED,
                Optional.empty(), new Origin("", "", "", "", ""), warnings);
    }
}

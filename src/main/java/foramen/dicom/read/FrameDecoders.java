package foramen.dicom.read;

import foramen.codec.JpegCodec;
import foramen.codec.PictureCodec;
import foramen.codec.VideoCodec;
import foramen.dicom.io.DicomFile;
import foramen.dicom.pixel.FrameDecoder;
import foramen.dicom.pixel.PixelDecoder;
import foramen.dicom.pixel.VideoDecoder;
import java.io.IOException;

/**
 * What decodes the frames of a file, whatever they are stored as.
 *
 * @param jpeg for JPEG pictures
 * @param pictures for other compressed pictures
 * @param films for films
 */
public record FrameDecoders(JpegCodec jpeg, PictureCodec pictures, VideoCodec films) {
    /**
     * The decoder for {@code file}, which the caller closes before the file.
     *
     * @throws IOException where its pixel data cannot be made out, or there are none
     */
    public FrameDecoder of(DicomFile file) throws IOException {
        return VideoDecoder.isVideo(file) ? new VideoDecoder(file, films) : new PixelDecoder(file, jpeg, pictures);
    }
}

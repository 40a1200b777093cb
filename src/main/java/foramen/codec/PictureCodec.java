package foramen.codec;

/**
 * Single pictures in JPEG of any kind, JPEG-LS, JPEG 2000 and high-throughput JPEG 2000. Safe for use by several threads.
 *
 * <p>Decoding gives the samples as they were stored; colour is converted only where the coding itself says how, as the
 * component transform of JPEG 2000 does.
 */
public interface PictureCodec {
    /**
     * Decodes one picture.
     *
     * @param stream the whole picture; a byte of padding at its end does no harm
     * @param header what {@link PictureHeader#parse} found at its start; its size is what the decoder holds it to
     * @throws CodecException when it is damaged, cut short or of a kind that cannot be decoded
     */
    RawPicture decode(byte[] stream, PictureHeader header) throws CodecException;
}

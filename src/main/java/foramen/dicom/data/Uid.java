package foramen.dicom.data;

import foramen.domain.clip.ContentUid;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** DICOM unique identifiers: made, checked and named (PS3.5 section 9 and annex B.2). */
public final class Uid {
    /** Foramen's own Implementation Class UID (0002,0012), the same for every version. */
    public static final String IMPLEMENTATION_CLASS = "2.25.133718446271790583276411873245094123871";

    public static final String US_IMAGE = "1.2.840.10008.5.1.4.1.1.6.1";
    public static final String US_MULTIFRAME_IMAGE = "1.2.840.10008.5.1.4.1.1.3.1";
    public static final String ENHANCED_US_VOLUME = "1.2.840.10008.5.1.4.1.1.6.2";
    public static final String PHOTOACOUSTIC = "1.2.840.10008.5.1.4.1.1.6.3";
    public static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    public static final String GRAYSCALE_PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1";
    public static final String COLOR_PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.2";
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
    /** Label Map Segmentation, in which a pixel is the number of its segment. */
    public static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";
    public static final String COMPREHENSIVE_SR = "1.2.840.10008.5.1.4.1.1.88.33";
    public static final String ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1";
    public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

    private static final int MAX_LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");
    private static final Map<String, String> SOP_CLASSES = DataDictionary.rows("sop-classes.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(r -> r[0], r -> r[1]));

    private Uid() {}

    /** A new identifier under {@code 2.25} from a random UUID. */
    public static String random() {
        return of(UUID.randomUUID());
    }

    /** The identifier under {@code 2.25} of {@code uuid}. */
    public static String of(UUID uuid) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits()).array();
        return "2.25." + new BigInteger(1, bytes);
    }

    /** The identifier that always belongs to {@code seed}: its SHA-256 in the form of a version 8 UUID (RFC 9562). */
    public static String fromSeed(String seed) {
        try {
            return ContentUid
                    .ofHash(MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether {@code uid} has the form that PS3.5 section 9.1 asks for. */
    public static boolean isValid(String uid) {
        return uid.length() <= MAX_LENGTH && FORM.matcher(uid).matches();
    }

    /** The name of a SOP class, where the standard has one. */
    public static Optional<String> sopClassName(String uid) {
        return Optional.ofNullable(SOP_CLASSES.get(uid));
    }
}

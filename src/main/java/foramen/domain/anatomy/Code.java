package foramen.domain.anatomy;

/**
 * A coded concept (DICOM PS3.3 section 8).
 *
 * @param scheme coding scheme designator, such as {@code MDC} or {@code SCT}
 * @param value code value
 * @param meaning code meaning
 */
public record Code(String scheme, String value, String meaning) {}

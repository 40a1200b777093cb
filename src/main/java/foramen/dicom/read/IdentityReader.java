package foramen.dicom.read;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.Tag;
import foramen.domain.anatomy.Laterality;
import foramen.domain.clip.ClipInfo.Origin;
import foramen.domain.patient.Patient;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who, which side, when and where, leniently read. */
public final class IdentityReader {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[.\\-/]?(\\d{2})[.\\-/]?(\\d{2}).*");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})?:?(\\d{2})?.*");
    private static final String RIGHT_CODES = "24028007 G-A100";
    private static final String LEFT_CODES = "7771000 G-A101";
    private static final String BOTH_CODES = "51440002 G-A102";

    private IdentityReader() {}

    /** The patient as a data set names them. */
    public static Patient patient(DataSet data) {
        Optional<BigDecimal> weight = data.real(Tag.PATIENT_WEIGHT).stream().filter(w -> w > 0 && w < 1000)
                .mapToObj(BigDecimal::valueOf).findFirst();
        return new Patient(name(data.text(Tag.PATIENT_NAME)), data.text(Tag.PATIENT_ID),
                date(data.text(Tag.PATIENT_BIRTH_DATE)), data.text(Tag.PATIENT_SEX), weight);
    }

    /** {@code Family^Given^Middle} as {@code Family, Given Middle}; the first group that has letters (PS3.5 6.2.1). */
    static String name(String stored) {
        for (String group : stored.split("=", -1)) {
            String[] parts = group.split("\\^", -1);
            String family = parts[0].strip();
            String given = Stream.of(parts).skip(1).limit(2).map(String::strip).filter(s -> !s.isEmpty())
                    .reduce((a, b) -> a + " " + b).orElse("");
            if (!family.isEmpty() || !given.isEmpty()) {
                return family.isEmpty() ? given : given.isEmpty() ? family : family + ", " + given;
            }
        }
        return "";
    }

    /** The side as (0020,0060), (0020,0062) or a modifier of the anatomic region states it. */
    static Laterality laterality(DataSet data, List<String> warnings) {
        Laterality series = Laterality.parse(data.text(Tag.LATERALITY));
        Laterality image = Laterality.parse(data.text(Tag.IMAGE_LATERALITY));
        Laterality region = data.items(Tag.ANATOMIC_REGION_SEQUENCE).stream()
                .flatMap(r -> r.items(Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE).stream()).map(IdentityReader::side)
                .filter(s -> s != Laterality.UNSPECIFIED).findFirst().orElse(Laterality.UNSPECIFIED);
        List<Laterality> said = Stream.of(image, region, series).filter(s -> s != Laterality.UNSPECIFIED).distinct()
                .toList();
        if (said.size() > 1) {
            warnings.add("The file contradicts itself about the side, so no side was taken from it.");
            return Laterality.UNSPECIFIED;
        }
        return said.isEmpty() ? Laterality.UNSPECIFIED : said.getFirst();
    }

    private static Laterality side(DataSet modifier) {
        String code = modifier.text(Tag.CODE_VALUE);
        if (code.isEmpty()) {
            return Laterality.UNSPECIFIED;
        }
        if (List.of(RIGHT_CODES.split(" ")).contains(code)) {
            return Laterality.RIGHT;
        }
        if (List.of(LEFT_CODES.split(" ")).contains(code)) {
            return Laterality.LEFT;
        }
        return List.of(BOTH_CODES.split(" ")).contains(code) ? Laterality.BILATERAL : Laterality.UNSPECIFIED;
    }

    /** When the picture was taken: acquisition, else content, series and study. */
    static Optional<LocalDateTime> acquired(DataSet data) {
        String whole = data.text(Tag.ACQUISITION_DATE_TIME);
        Optional<LocalDate> day = date(whole);
        if (day.isPresent()) {
            return Optional.of(day.get().atTime(whole.length() >= 10 ? time(whole.substring(8)) : LocalTime.MIDNIGHT));
        }
        int[][] pairs = {{Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME}, {Tag.CONTENT_DATE, Tag.CONTENT_TIME},
                {Tag.SERIES_DATE, Tag.SERIES_TIME}, {Tag.STUDY_DATE, Tag.STUDY_TIME}};
        for (int[] pair : pairs) {
            Optional<LocalDate> date = date(data.text(pair[0]));
            if (date.isPresent()) {
                return Optional.of(date.get().atTime(time(data.text(pair[1]))));
            }
        }
        return Optional.empty();
    }

    static Origin origin(DataSet data) {
        return new Origin(data.text(Tag.INSTITUTION_NAME), data.text(Tag.MANUFACTURER), data.text(Tag.MODEL_NAME),
                data.text(Tag.ACCESSION_NUMBER),
                data.string(Tag.SERIES_DESCRIPTION).orElseGet(() -> data.text(Tag.STUDY_DESCRIPTION)));
    }

    /** The day that {@code text} names, whichever way it is written. */
    static Optional<LocalDate> date(String text) {
        Matcher m = DATE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
        } catch (DateTimeException e) {
            // A day that does not exist, such as 00000000, counts as not stated.
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.matches() || number(m, 1) > 23 || number(m, 2) > 59) {
            return LocalTime.MIDNIGHT;
        }
        // A leap second is the one before, for our purposes.
        return LocalTime.of(number(m, 1), number(m, 2), Math.min(59, number(m, 3)));
    }

    private static int number(Matcher m, int group) {
        String s = m.group(group);
        return s == null ? 0 : Integer.parseInt(s);
    }
}

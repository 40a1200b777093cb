package foramen.dicom.sr;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.DataSetBuilder;
import foramen.dicom.data.Tag;
import foramen.dicom.data.ValueText;
import foramen.dicom.data.Vr;
import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Turns a content tree into the attributes of the SR Document Content Module (DICOM PS3.3 C.17.3). */
public final class ContentTreeWriter {
    private static final int LONGEST_DS = 16;
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final IdentityHashMap<ContentItem, long[]> positions = new IdentityHashMap<>();

    private final ZoneId zone;

    private ContentTreeWriter(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Puts the tree under {@code root} into {@code data}.
     *
     * @param zone of the document's dates and times, which state no offset
     */
    public static void write(DataSetBuilder data, ContentItem root, ZoneId zone) {
        ContentTreeWriter writer = new ContentTreeWriter(zone);
        writer.place(root, new long[]{1});
        writer.put(data, root);
    }

    /** Notes the position of each item, 1 for the root, then the place among its siblings (PS3.3 C.17.3.2.5). */
    private void place(ContentItem item, long[] position) {
        positions.put(item, position);
        for (int i = 0; i < item.children().size(); i++) {
            long[] next = Arrays.copyOf(position, position.length + 1);
            next[position.length] = i + 1L;
            place(item.children().get(i), next);
        }
    }

    private DataSet item(ContentItem item) {
        DataSetBuilder data = DataSet.builder().text(SrTag.RELATIONSHIP_TYPE, Vr.CS, item.relationship().term());
        if (item.content() instanceof Content.Reference(ContentItem target)) {
            long[] position = positions.get(target);
            if (position == null) {
                throw new IllegalArgumentException("An item refers to one that is not in its report: " + target);
            }
            return data.whole(SrTag.REFERENCED_CONTENT_ITEM, Vr.UL, position).build();
        }
        put(data, item);
        return data.build();
    }

    private void put(DataSetBuilder data, ContentItem item) {
        item.name().ifPresent(n -> CodeItems.put(data, SrTag.CONCEPT_NAME_CODE, n));
        item.observed().flatMap(this::dateTime)
                .ifPresent(t -> data.text(SrTag.OBSERVATION_DATE_TIME, Vr.DT, t));
        value(data, item.content());
        if (!item.children().isEmpty()) {
            List<DataSet> children = new ArrayList<>();
            item.children().forEach(c -> children.add(item(c)));
            data.sequence(SrTag.CONTENT, children);
        }
    }

    /** A moment as DT; none beyond what DT can say. */
    private Optional<String> dateTime(Instant at) {
        return at.isBefore(FIRST) || at.isAfter(LAST)
                ? Optional.empty()
                : Optional.of(DATE_TIME.format(at.atZone(zone)));
    }

    private static void value(DataSetBuilder data, Content content) {
        switch (content) {
            case Content.Container c -> {
                type(data, "CONTAINER").text(SrTag.CONTINUITY_OF_CONTENT, Vr.CS, "SEPARATE");
                c.template().ifPresent(t -> data.sequence(SrTag.CONTENT_TEMPLATE,
                        List.of(DataSet.builder().text(SrTag.MAPPING_RESOURCE, Vr.CS, "DCMR")
                                .text(SrTag.TEMPLATE_IDENTIFIER, Vr.CS, t).build())));
            }
            case Content.Text t -> type(data, "TEXT").text(SrTag.TEXT_VALUE, Vr.UT, filled(ValueText.ut(t.text())));
            case Content.Coded c -> CodeItems.put(type(data, "CODE"), SrTag.CONCEPT_CODE, c.code());
            case Content.Numeric n -> number(type(data, "NUM"), n);
            case Content.Person p -> type(data, "PNAME").text(SrTag.PERSON_NAME, Vr.PN, filled(ValueText.pn(p.name())));
            case Content.UidReference u -> type(data, "UIDREF").text(SrTag.UID, Vr.UI, u.uid());
            case Content.Moment m -> type(data, "DATETIME").text(SrTag.DATE_TIME, Vr.DT, m.dateTime());
            case Content.Image i -> type(data, "IMAGE").sequence(SrTag.REFERENCED_SOP, List.of(sop(i)));
            case Content.Composite c -> type(data, "COMPOSITE").sequence(SrTag.REFERENCED_SOP, List.of(DataSet.builder()
                    .text(SrTag.REFERENCED_SOP_CLASS_UID, Vr.UI, c.sopClassUid())
                    .text(SrTag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, c.sopInstanceUid()).build()));
            case Content.Graphic g -> graphic(type(data, "SCOORD"), g);
            case Content.Reference r -> throw new IllegalArgumentException("A reference has no value of its own");
            case Content.Other o -> throw new IllegalArgumentException("Foramen does not write " + o.valueType());
        }
    }

    /** A value that must not be empty (type 1), where nothing but blanks is left of it. */
    private static String filled(String text) {
        return text.isBlank() ? "-" : text;
    }

    private static DataSetBuilder type(DataSetBuilder data, String valueType) {
        return data.text(SrTag.VALUE_TYPE, Vr.CS, valueType);
    }

    private static DataSet sop(Content.Image image) {
        DataSetBuilder item = DataSet.builder().text(SrTag.REFERENCED_SOP_CLASS_UID, Vr.UI, image.sopClassUid())
                .text(SrTag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, image.sopInstanceUid());
        if (!image.frames().isEmpty()) {
            item.text(SrTag.REFERENCED_FRAME_NUMBER, Vr.IS,
                    image.frames().stream().map(f -> Integer.toString(f)).toArray(String[]::new));
        }
        return item.build();
    }

    private static void graphic(DataSetBuilder data, Content.Graphic graphic) {
        double[] values = new double[graphic.points().size() * 2];
        for (int i = 0; i < graphic.points().size(); i++) {
            Point p = graphic.points().get(i);
            values[2 * i] = p.x();
            values[2 * i + 1] = p.y();
        }
        data.real(SrTag.GRAPHIC_DATA, Vr.FL, values).text(SrTag.GRAPHIC_TYPE, Vr.CS, graphic.type());
    }

    private static void number(DataSetBuilder data, Content.Numeric number) {
        number.qualifier().ifPresent(q -> CodeItems.put(data, SrTag.NUMERIC_VALUE_QUALIFIER, q));
        data.sequence(SrTag.MEASURED_VALUE,
                number.amount().map(a -> List.of(amount(a.value(), a.unit()))).orElse(List.of()));
    }

    private static DataSet amount(BigDecimal value, Code unit) {
        String decimal = decimal(value);
        DataSetBuilder item = DataSet.builder().text(SrTag.NUMERIC_VALUE, Vr.DS, decimal);
        if (new BigDecimal(decimal).compareTo(value) != 0) {
            item.real(SrTag.FLOATING_POINT_VALUE, Vr.FD, value.doubleValue());
        }
        CodeItems.put(item, SrTag.MEASUREMENT_UNITS, unit);
        return item.build();
    }

    /** The decimal string of {@code value} nearest to it that fits DS. */
    static String decimal(BigDecimal value) {
        for (int digits = LONGEST_DS; digits > 0; digits--) {
            BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            for (String text : new String[]{rounded.toPlainString(), rounded.toString()}) {
                if (text.length() <= LONGEST_DS) {
                    return text;
                }
            }
        }
        throw new IllegalArgumentException("No decimal string of 16 characters holds " + value);
    }

    /** Says in the document what Foramen's own coding scheme is (Coding Scheme Identification Sequence, PS3.3 C.12.1). */
    public static void declareScheme(DataSetBuilder data) {
        data.sequence(SrTag.CODING_SCHEME_IDENTIFICATION,
                List.of(DataSet.builder().text(Tag.CODING_SCHEME, Vr.SH, Codes.OWN_SCHEME)
                        .text(SrTag.CODING_SCHEME_NAME, Vr.ST, "Foramen local concepts")
                        .text(SrTag.CODING_SCHEME_RESPONSIBLE, Vr.ST, "Foramen project").build()));
    }
}

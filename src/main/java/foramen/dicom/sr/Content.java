package foramen.dicom.sr;

import foramen.domain.anatomy.Code;
import foramen.geometry.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a content item holds, by its Value Type (0040,A040), DICOM PS3.3 C.17.3. */
public sealed interface Content {
    /**
     * A heading with items beneath it.
     *
     * @param template the template of PS3.16 that shapes them, such as {@code 1500}; empty where none is named
     */
    record Container(Optional<String> template) implements Content {}

    /** Words, not empty. */
    record Text(String text) implements Content {}

    /** A coded concept. */
    record Coded(Code code) implements Content {}

    /**
     * A number with its unit, or the reason code why there is none.
     *
     * @param amount the number; its unit never travels apart from it
     * @param qualifier why there is none, or what is special about it
     */
    record Numeric(Optional<Amount> amount, Optional<Code> qualifier) implements Content {}

    /**
     * A number and its unit.
     *
     * @param value at full precision
     * @param unit a code of UCUM
     */
    record Amount(BigDecimal value, Code unit) {}

    /** A person's name, as (0040,A123) has it. */
    record Person(String name) implements Content {}

    /** A unique identifier. */
    record UidReference(String uid) implements Content {}

    /** A date and time as DT. */
    record Moment(String dateTime) implements Content {}

    /**
     * An image, or some of its frames.
     *
     * @param sopClassUid what kind of object it is
     * @param sopInstanceUid which one
     * @param frames frame numbers from 1; none means all
     */
    record Image(String sopClassUid, String sopInstanceUid, List<Integer> frames) implements Content {
        /** Copies the frames. */
        public Image {
            frames = List.copyOf(frames);
        }
    }

    /**
     * An object that is no image.
     *
     * @param sopClassUid what kind of object it is
     * @param sopInstanceUid which one
     */
    record Composite(String sopClassUid, String sopInstanceUid) implements Content {}

    /**
     * Spatial coordinates.
     *
     * @param type {@code POINT}, {@code MULTIPOINT}, {@code POLYLINE}, {@code CIRCLE}, {@code ELLIPSE}, or what another
     *     maker calls it
     * @param points in continuous image pixels, 0\0 the top left corner of the top left pixel (PS3.3 C.18.6)
     */
    record Graphic(String type, List<Point> points) implements Content {
        /** Copies the points. */
        public Graphic {
            points = List.copyOf(points);
        }
    }

    /** Another item of the same report, by reference. */
    record Reference(ContentItem target) implements Content {}

    /** Something that Foramen does not read, by its Value Type. */
    record Other(String valueType) implements Content {}
}

package foramen.ui.measure;

import foramen.domain.anatomy.ScanLevel;
import foramen.domain.annotation.Traits;
import foramen.ui.support.Tone;
import foramen.workspace.measure.AreaCurve;
import java.util.List;
import java.util.Optional;

/**
 * What the panel shows of swelling and neighbours.
 *
 * @param title the structure asked about, with side, level and plane; empty where there is none
 * @param sections its numbers by theme
 * @param traces the repeated traces, where there are several
 * @param references what can be chosen as the reference site, and what is
 * @param curve its area along the clip
 * @param settings whether the operator says, or may say, that the clips of both sides were taken alike; empty where that is
 *     not asked
 * @param histogram how many pixels have each grey; empty where there are none yet
 * @param neighbours thicknesses on the frame in view
 * @param calcifications calcifications on the frame in view
 * @param edition the version of the thresholds and where they are from
 * @param complaint what is wrong with the clinic's own thresholds, or why there are no numbers; empty where nothing is
 * @param pending whether all but what belongs to the frame in view is of an earlier question, while the newest is being
 *     worked out
 */
public record SwellingState(String title, List<Section> sections, List<TraceLine> traces, References references,
        Optional<Curve> curve, Optional<Settings> settings, List<Long> histogram, List<Section> neighbours,
        List<Calcification> calcifications,
        String edition, String complaint, boolean pending) {
    /** Nothing to show. */
    public static final SwellingState NOTHING = new SwellingState("", List.of(), List.of(),
            References.NONE, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), "", "", false);

    /** Copies the lists. */
    public SwellingState {
        sections = List.copyOf(sections);
        traces = List.copyOf(traces);
        histogram = List.copyOf(histogram);
        neighbours = List.copyOf(neighbours);
        calcifications = List.copyOf(calcifications);
    }

    /** Every line, for the clipboard. */
    public List<Line> lines() {
        List<Line> all = new java.util.ArrayList<>();
        sections.forEach(s -> all.addAll(s.lines()));
        neighbours.forEach(s -> all.addAll(s.lines()));
        calcifications.forEach(c -> all.addAll(c.section().lines()));
        return all;
    }

    /**
     * One number.
     *
     * @param name what it is
     * @param value the value with its unit, or a dash
     * @param source method, scale, citation, or why there is none
     * @param tone how much attention it asks for
     * @param copy all of it on one line, for the clipboard
     */
    public record Line(String name, String value, String source, Tone tone, String copy) {}

    /**
     * A sentence beneath the numbers.
     *
     * @param words the sentence
     * @param source the citation; may be empty
     * @param tone how much attention it asks for
     */
    public record Remark(String words, String source, Tone tone) {}

    /**
     * Numbers of one theme.
     *
     * @param id for tests and style
     * @param title first letter upper case
     * @param lines the numbers
     * @param remarks what they mean, or why there are none
     */
    public record Section(String id, String title, List<Line> lines, List<Remark> remarks) {
        /** Copies the lists. */
        public Section {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * One of several repeated traces.
     *
     * @param id the annotation
     * @param words frame and value
     * @param counted whether it is part of the mean
     */
    public record TraceLine(String id, String words, boolean counted) {}

    /**
     * The choice of the reference site.
     *
     * @param levels where the nerve is measured on this side
     * @param chosen which of them is the reference
     */
    public record References(List<ScanLevel> levels, Optional<ScanLevel> chosen) {
        /** Nothing to choose from. */
        static final References NONE = new References(List.of(), Optional.empty());

        /** Copies the list. */
        public References {
            levels = List.copyOf(levels);
        }
    }

    /**
     * The area along the clip.
     *
     * @param points in the order of the frames
     * @param frames how many frames the clip has
     * @param current the frame in view, from 0
     * @param maximum the largest
     * @param leftOut what is not in it; empty where nothing is
     */
    public record Curve(List<CurvePoint> points, int frames, int current, CurvePoint maximum, String leftOut) {
        /** Copies the points. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * The area on one frame.
     *
     * @param frame from 0
     * @param areaMm2 the area
     * @param value the area with its unit
     * @param how by which method, and how far it can be relied on, in words
     * @param standing how far it can be relied on
     * @param gapBefore whether nothing is known of the way from the point before
     */
    public record CurvePoint(int frame, double areaMm2, String value, String how, AreaCurve.Standing standing,
            boolean gapBefore) {}

    /**
     * The operator's word that two clips were taken with the same preset and gain.
     *
     * @param clip one
     * @param otherClip the other
     * @param stated whether it was said
     */
    public record Settings(String clip, String otherClip, boolean stated) {}

    /**
     * A calcification.
     *
     * @param id the annotation
     * @param section its numbers
     * @param shadow what is said of its shadow
     * @param contour what is said of its contour
     */
    public record Calcification(String id, Section section, Optional<Traits.Shadow> shadow,
            Optional<Traits.Contour> contour) {}
}

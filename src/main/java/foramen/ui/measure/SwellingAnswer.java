package foramen.ui.measure;

import foramen.domain.annotation.Annotation;
import foramen.ui.measure.SwellingState.Curve;
import foramen.ui.measure.SwellingState.CurvePoint;
import foramen.ui.measure.SwellingState.References;
import foramen.ui.measure.SwellingState.Section;
import foramen.ui.measure.SwellingState.TraceLine;
import foramen.workspace.measure.EchoDesk;
import java.util.List;
import java.util.Optional;

/**
 * What a job found out about swelling, in words.
 *
 * @param question what was asked
 * @param title the structure asked about
 * @param sections its numbers by theme, but for its echo intensity
 * @param traces the repeated traces, where there are several
 * @param references what can be chosen as the reference site, and what is
 * @param curve its area along the clip
 * @param area its area as text, for the source of its echo intensity
 * @param other what its echo intensity would be compared with
 * @param refusal why that is not compared
 */
record SwellingAnswer(SwellingQuestion question, String title, List<Section> sections, List<TraceLine> traces,
        References references, Optional<Along> curve, String area, Optional<Annotation> other,
        Optional<EchoDesk.Refusal> refusal) {
    SwellingAnswer {
        sections = List.copyOf(sections);
        traces = List.copyOf(traces);
    }

    /** No number. */
    static SwellingAnswer none(SwellingQuestion question) {
        return new SwellingAnswer(question, "", List.of(), List.of(), References.NONE, Optional.empty(), "",
                Optional.empty(), Optional.empty());
    }

    /**
     * The area along the clip, whatever frame is in view.
     *
     * @param points in the order of the frames
     * @param frames how many frames the clip has
     * @param maximum the largest
     * @param leftOut what is not in it
     */
    record Along(List<CurvePoint> points, int frames, CurvePoint maximum, String leftOut) {
        Along {
            points = List.copyOf(points);
        }

        /** With frame {@code current} in view. */
        Curve at(int current) {
            return new Curve(points, frames, current, maximum, leftOut);
        }
    }
}

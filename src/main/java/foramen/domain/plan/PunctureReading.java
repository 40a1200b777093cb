package foramen.domain.plan;

import foramen.geometry.Point;
import java.util.Optional;

/**
 * Where an out-of-plane needle goes: it comes down towards the plane at right angles to it, beneath the entry mark.
 *
 * @param planeDistanceMm from the puncture to the plane, on the skin, mm
 * @param neededDegrees angle to the skin at which the tip meets the plane at the depth of the target
 * @param angleDegrees the angle chosen, else the one needed
 * @param meetingDepthMm how far below the entry mark the tip meets the plane, along the beam, mm; empty where the needle
 *     runs along the plane
 * @param meeting that point, in image pixels
 * @param pathMm how much of the needle is under the skin by then, mm
 * @param missMm how far that point lies from the target, mm
 */
public record PunctureReading(double planeDistanceMm, double neededDegrees, double angleDegrees,
        Optional<Double> meetingDepthMm, Optional<Point> meeting, Optional<Double> pathMm, Optional<Double> missMm) {}

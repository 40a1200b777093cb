package foramen.workspace.measure;

import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;
import foramen.domain.measurement.Reading;
import java.util.List;

/**
 * What can be read off one annotation.
 *
 * @param annotation which one
 * @param structure what it shows
 * @param readings area and perimeter, a length, or nothing for a point
 * @param warnings what the operator should be told about it, one sentence each
 */
public record AnnotationReading(Annotation annotation, Structure structure, List<Reading> readings,
        List<String> warnings) {
    /** Copies the lists. */
    public AnnotationReading {
        readings = List.copyOf(readings);
        warnings = List.copyOf(warnings);
    }
}

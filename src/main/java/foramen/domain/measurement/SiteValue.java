package foramen.domain.measurement;

import foramen.domain.clip.FrameRef;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a site measures: the mean of its repeated traces.
 *
 * @param samples one or more, all of one site, quantity, unit and method
 */
public record SiteValue(List<Sample> samples) {
    /** Copies the samples and refuses none, or such of different kinds. */
    public SiteValue {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("A value needs a sample");
        }
        Sample first = samples.getFirst();
        if (samples.stream().anyMatch(s -> !s.site().equals(first.site())
                || s.reading().quantity() != first.reading().quantity() || s.reading().unit() != first.reading().unit()
                || !s.reading().method().equals(first.reading().method()))) {
            throw new IllegalArgumentException("Samples of different kinds make no mean");
        }
    }

    /** Where it was measured. */
    public Site site() {
        return samples.getFirst().site();
    }

    /** What was measured. */
    public Quantity quantity() {
        return samples.getFirst().reading().quantity();
    }

    /** In which unit. */
    public Unit unit() {
        return samples.getFirst().reading().unit();
    }

    /** How it was taken. */
    public String method() {
        return samples.getFirst().reading().method();
    }

    /** Number, mean and spread. */
    public Spread spread() {
        return Spread.of(samples.stream().map(s -> s.reading().value()).toList());
    }

    /** The mean. */
    public double value() {
        return spread().mean();
    }

    /** The frames it was traced on, in order. */
    public List<FrameRef> frames() {
        return samples.stream().map(Sample::frame).distinct()
                .sorted(Comparator.comparing(FrameRef::index)).toList();
    }

    /** Method, number of traces, frames and scale on one line. */
    public String provenance() {
        String frames = frames().stream().map(f -> Integer.toString(f.number())).collect(Collectors.joining(", "));
        String scale = samples.stream().map(s -> s.reading().source().label()).distinct()
                .collect(Collectors.joining(" and "));
        String notes = samples.stream().map(s -> s.reading().note()).filter(n -> !n.isEmpty()).distinct()
                .collect(Collectors.joining(" "));
        return method() + ", n " + samples.size() + ", frame " + frames + ", scale: " + scale
                + (notes.isEmpty() ? "" : ". " + notes);
    }
}

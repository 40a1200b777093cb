package foramen.domain.registry;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.measurement.Citation;
import foramen.domain.outcome.Arm;
import java.util.List;
import java.util.Optional;

/**
 * What others found, to stand beside a clinic's own figures, from {@code published-cohorts.json}.
 *
 * @param version version of the file
 * @param place where the file was read
 * @param findings one finding each
 */
public record PublishedCohorts(String version, String place, List<Finding> findings) {
    /** The data file, also of a clinic's own copy. */
    public static final DataFile<PublishedCohorts> FILE = new DataFile<>("published-cohorts.json",
            PublishedCohorts.class, PublishedCohorts::read);

    private static final int MOST = 1_000_000;

    /** Copies the findings. */
    public PublishedCohorts {
        findings = List.copyOf(findings);
    }

    /**
     * One published finding.
     *
     * @param arm how the patients were treated
     * @param outcome what was found, in words
     * @param proportion how many of how many, where stated or inferred
     * @param inferred whether the counts are not in the source but follow from it
     * @param citation the source, and what has to be known to read it
     */
    public record Finding(Arm arm, String outcome, Optional<Proportion> proportion, boolean inferred,
            Citation citation) {
        /** Such as {@code short-term improvement 24/35 = 68.6 % (95 % CI …)}, with “inferred” where it is. */
        public String words() {
            return outcome + proportion.map(p -> " " + p.text()).orElse("") + (inferred ? " (inferred)" : "");
        }
    }

    private static PublishedCohorts read(DataEntry file) throws DataFileException {
        return new PublishedCohorts(file.text("version"), file.place(),
                file.each("findings",
                        e -> new Finding(e.choice("arm", Arm.class), e.text("outcome"), proportion(e),
                                e.yesOrNo("inferred"), Citation.of(e))));
    }

    private static Optional<Proportion> proportion(DataEntry e) throws DataFileException {
        return e.has("of")
                ? Optional.of(new Proportion(e.whole("n", 0, MOST), e.whole("of", 1, MOST)))
                : Optional.empty();
    }
}

package foramen.domain.session;

import foramen.domain.injection.Component.Content;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A procedure as published. What no source says is absent, never made up.
 *
 * @param id stable name
 * @param name as shown
 * @param target what kind of place; empty for an arm without an injection
 * @param arm which arm of the registry it belongs to
 * @param position how the patient lies
 * @param probe which probe
 * @param approach how the needle goes
 * @param needle which needle
 * @param volume least and most volume at the target, mL
 * @param recipe what is drawn up, as far as it is published
 * @param variants other published mixtures, in words
 * @param sessions how many sessions
 * @param intervalDays days between sessions
 * @param followUp what is asked when
 * @param offLabel whether some of it is off-label
 * @param recordOnly whether Foramen only records it, because it is done otherwise
 * @param outcome what was published to come of it
 * @param citation where that comes from
 */
public record Protocol(String id, String name, String target, String arm, String position, String probe,
        String approach, String needle, Optional<Range> volume, List<Ingredient> recipe, List<String> variants,
        Optional<Integer> sessions, Optional<Integer> intervalDays, String followUp, boolean offLabel,
        boolean recordOnly, String outcome, Citation citation) {
    /** Copies the lists. */
    public Protocol {
        recipe = List.copyOf(recipe);
        variants = List.copyOf(variants);
    }

    /** A span of volumes in mL. */
    public record Range(BigDecimal from, BigDecimal to) {}

    /**
     * One product of a recipe.
     *
     * @param productId which product
     * @param content how much of it, where that is published
     * @param words what is published about it
     */
    public record Ingredient(String productId, Optional<Content> content, String words) {}
}

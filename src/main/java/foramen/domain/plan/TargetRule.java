package foramen.domain.plan;

import foramen.domain.anatomy.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold for a needle to one kind of target. A margin fit for a muscle would forbid a ligament that lies
 * millimetres from a nerve, and hydrodissection goes to the nerve itself.
 *
 * @param id stable name
 * @param label the kind of target in words
 * @param structures the structures it holds for; empty for all that no other rule names
 * @param dopplerAsked whether vessels are to be looked for with Doppler first
 * @param limits distances that differ from the standard rule's
 * @param source where the rule comes from
 */
public record TargetRule(String id, String label, List<String> structures, boolean dopplerAsked, List<Limit> limits,
        String source) {
    /** Copies the lists. */
    public TargetRule {
        structures = List.copyOf(structures);
        limits = List.copyOf(limits);
    }

    /**
     * How near a needle may come to a kind of structure; the signed distance of the whole path counts.
     *
     * @param kind which kind
     * @param structures which of that kind; empty for all
     * @param warnMm the operator is told below this distance, and where the path meets the structure
     * @param blockMm an override with a reason is asked for below this distance, at 0 where the path meets the
     *     structure; absent for never
     * @param source where it comes from
     */
    public record Limit(Structure.Kind kind, List<String> structures, double warnMm, @Nullable Double blockMm,
            String source) {
        /** Copies the list. */
        public Limit {
            structures = List.copyOf(structures);
        }

        boolean concerns(Structure.Kind which, String structureId) {
            return kind == which && (structures.isEmpty() || structures.contains(structureId));
        }

        /** Whether a path at that signed distance may not be gone without an override. */
        public boolean blocks(double mm) {
            return blockMm != null && (mm < blockMm || mm <= 0);
        }

        /** Whether the operator is told of a path at that signed distance. */
        public boolean warns(double mm) {
            return mm < warnMm || mm <= 0;
        }
    }
}

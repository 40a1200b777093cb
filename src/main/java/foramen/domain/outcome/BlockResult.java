package foramen.domain.outcome;

/**
 * What an injection says as a diagnostic block.
 *
 * @param change the pain before and the lowest while the anaesthetic worked
 * @param positive whether the relief reaches the rule
 * @param strictlyPositive whether it reaches the stricter rule too
 */
public record BlockResult(Change change, boolean positive, boolean strictlyPositive) {}

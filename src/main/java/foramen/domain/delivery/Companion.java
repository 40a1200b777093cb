package foramen.domain.delivery;

/**
 * Another document of the same export, already written.
 *
 * @param kind which kind
 * @param frameIndex the frame it was made for, from 0
 */
public record Companion(ExportKind kind, int frameIndex) {}

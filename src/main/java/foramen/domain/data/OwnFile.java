package foramen.domain.data;

import java.util.Optional;

/**
 * A clinic's own data file, read.
 *
 * @param <T> what is read from it
 * @param content what holds
 * @param filled what of that the file itself lacks; empty where it lacks nothing
 */
public record OwnFile<T>(T content, Optional<FilledRows> filled) {}

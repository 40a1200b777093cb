package foramen.domain.deident;

import java.util.List;

/**
 * What was found to be copied.
 *
 * @param files the files, in the order they will be copied
 * @param remarks what was not looked at, and why, one sentence each
 */
public record CopySources(List<CopySource> files, List<String> remarks) {
    /** Nothing. */
    public static final CopySources NONE = new CopySources(List.of(), List.of());

    /** Copies the lists. */
    public CopySources {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }
}

package foramen.storage;

import java.util.List;

/**
 * What a look at every row of a store found.
 *
 * @param entries lines of the journal
 * @param cases how many cases they are about
 * @param snapshots whole states kept beside them
 * @param head the hash of the last line: it stands for the whole journal, so that a note of it kept elsewhere tells
 *     later whether the journal was cut short or made anew
 * @param contents whether the states themselves were made again and compared, which needs the passphrase where the
 *     store has one
 * @param problems what is wrong, one sentence each; empty where all is well
 */
public record Verification(long entries, long cases, long snapshots, String head, boolean contents,
        List<String> problems) {
    /** Copies the list. */
    public Verification {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}

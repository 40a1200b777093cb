package foramen.domain.session;

/**
 * Which session of how many, after which protocol.
 *
 * @param id stable name of the course, shared by its sessions
 * @param number which session, from 1
 * @param of how many are planned; nought where nobody said
 * @param protocolId the protocol, or empty
 * @param protocolVersion version of the protocols when it was chosen, or empty
 */
public record Course(String id, int number, int of, String protocolId, String protocolVersion) {
    /** Refuses a number below one. */
    public Course {
        if (number < 1 || of < 0) {
            throw new IllegalArgumentException("There is no session " + number + " of " + of);
        }
    }

    /** Such as {@code session 2 of 3}. */
    public String words() {
        return "session " + number + (of == 0 ? "" : " of " + of);
    }
}

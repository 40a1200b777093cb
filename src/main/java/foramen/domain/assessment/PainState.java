package foramen.domain.assessment;

/** Which pain is asked about; pains of different states are never compared. */
public enum PainState {
    NOW("now", "now"), AVERAGE_7_DAYS("average-7d", "average of 7 days"), WORST_24_HOURS("worst-24h",
            "worst of 24 hours"), SITTING("sitting", "sitting");

    private final String id;
    private final String words;

    PainState(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The stable name. */
    public String id() {
        return id;
    }

    /** The state in lower-case words. */
    public String words() {
        return words;
    }
}

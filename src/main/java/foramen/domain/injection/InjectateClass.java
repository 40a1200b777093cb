package foramen.domain.injection;

/** What sort of substance is injected. */
public enum InjectateClass {
    STEROID("Steroid"), BOTULINUM_TOXIN("Botulinum toxin"), PROLOTHERAPY("Prolotherapy"), LOCAL_ANAESTHETIC(
            "Local anaesthetic"), PLATELETS("PRP"), OTHER("Other");

    private final String label;

    InjectateClass(String label) {
        this.label = label;
    }

    /** The class in words, first letter upper case. */
    public String label() {
        return label;
    }
}

package foramen.journey;

import foramen.domain.safety.SafetyBook;
import foramen.domain.safety.SafetyBook.CheckItem;
import foramen.domain.safety.SafetyBook.Phase;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/** A session worked through by hand in the ledger's page. */
final class SessionJob {
    private final PlannerRobot planner;

    SessionJob(PlannerRobot planner) {
        this.planner = planner;
    }

    void leaf(String name) {
        planner.choose("Part of the page: " + name);
    }

    void begin(String protocol) {
        planner.step("ledger");
        leaf("Mixture");
        planner.click("#protocol-" + protocol);
    }

    /** Draws up a volume of a product. */
    void draw(String product, String stock, String volume) {
        planner.choose("#mix-product", product);
        planner.fill("#mix-stock", stock);
        planner.fill("#mix-volume", volume);
        planner.click("#mix-draw");
    }

    void vial(String component, String lot, String expiry) {
        planner.fill("#lot-" + component, lot);
        planner.type(KeyCode.ENTER);
        planner.fill("#expiry-" + component, expiry);
        planner.type(KeyCode.ENTER);
    }

    void operator(String name) {
        planner.fill("#session-operator", name);
        planner.type(KeyCode.ENTER);
    }

    /** Answers no to every question that is open. */
    void noToTheRest() {
        leaf("Patient");
        for (int group = 0; group < SafetyBook.Group.values().length; group++) {
            planner.click("#rest-" + group);
        }
    }

    /** Ticks the checklist and holds the time-out. */
    void checklist(boolean anaesthetic) {
        leaf("Give");
        for (CheckItem item : SafetyBook.standard().checklist()) {
            if (item.phase() == Phase.BEFORE && !item.onlyAboveIvFraction()
                    && (anaesthetic || !item.onlyWithAnaesthetic())) {
                String words = item.words();
                planner.choose(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                        + ": Done");
            }
        }
        planner.click("#time-out");
    }

    void give() {
        leaf("Give");
        planner.click("#session-give");
    }
}

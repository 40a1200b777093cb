package foramen.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.scene.Node;

/**
 * The pages of the inspector, made when first looked at; the window itself makes that of {@link Step#CLIPS}.
 *
 * @param pages what makes the page of each step
 */
public record Panels(Map<Step, Supplier<Node>> pages) {
    /** Copies the map. */
    public Panels {
        pages = Map.copyOf(pages);
    }

    Optional<Node> page(Step step) {
        return Optional.ofNullable(pages.get(step)).map(Supplier::get);
    }
}

package foramen.ui.support;

import java.util.function.Function;
import javafx.util.StringConverter;

/**
 * What the items of a list are called. They are chosen and never typed, so none is read from a text.
 *
 * @param <T> the items
 */
public final class ItemWords<T> extends StringConverter<T> {
    private final Function<T, String> said;

    /** Calls an item as {@code said} does; no item is called nothing. */
    public ItemWords(Function<T, String> said) {
        this.said = said;
    }

    @Override
    public String toString(T item) {
        return item == null ? "" : said.apply(item);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException(text);
    }
}

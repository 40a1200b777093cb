package foramen.ui.ledger;

/**
 * Something in a list that drops down, by its name.
 *
 * @param item what it stands for
 * @param name as shown
 */
record Named<T>(T item, String name) {
    @Override
    public String toString() {
        return name;
    }
}

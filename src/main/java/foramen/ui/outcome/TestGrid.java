package foramen.ui.outcome;

import foramen.domain.anatomy.Laterality;
import foramen.domain.assessment.TestFinding.PainSite;
import foramen.domain.assessment.TestFinding.Result;
import foramen.ui.support.OwnKeys;
import foramen.ui.support.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The provocation tests in rows, worked with single keys: arrows walk, one letter says the result, digits the pain. It is
 * one stop of the keyboard; a click does the same.
 */
final class TestGrid extends VBox implements OwnKeys {
    private static final Map<KeyCode, Result> RESULTS = Map.of(KeyCode.N, Result.NEGATIVE, KeyCode.MINUS,
            Result.NEGATIVE, KeyCode.SUBTRACT, Result.NEGATIVE, KeyCode.P, Result.POSITIVE, KeyCode.PLUS,
            Result.POSITIVE, KeyCode.ADD, Result.POSITIVE, KeyCode.D, Result.NOT_DONE, KeyCode.T,
            Result.NOT_TOLERATED);
    private static final Map<KeyCode, PainSite> SITES = Map.of(KeyCode.B, PainSite.BUTTOCK, KeyCode.H,
            PainSite.POSTERIOR_THIGH, KeyCode.K, PainSite.BELOW_KNEE);
    private static final List<Result> COLUMNS = List.of(Result.NEGATIVE, Result.POSITIVE, Result.NOT_DONE,
            Result.NOT_TOLERATED);
    private static final int TEN = 10;

    private final AssessViewModel model;
    private final Words words;
    private final AssessWords told;
    private final Consumer<String> onRow;
    private final List<Row> rows = new ArrayList<>();
    private List<AssessState.TestRow> shown = List.of();
    private Laterality side = Laterality.UNSPECIFIED;
    private int current;
    /** Whether the key before was a 1 for the pain of this row, which a 0 makes ten. */
    private boolean one;

    /** Tells {@code onRow} which test is walked to. */
    TestGrid(AssessViewModel model, Consumer<String> onRow) {
        this.model = model;
        this.words = model.words();
        this.told = new AssessWords(words, model.files());
        this.onRow = onRow;
        setId("assess-tests");
        getStyleClass().add("test-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleRoleDescription(words.text("assess.tests"));
        setOnKeyPressed(this::key);
        focusedProperty().addListener((o, was, now) -> one = false);
    }

    void show(List<AssessState.TestRow> tests, Laterality examined) {
        shown = tests;
        side = examined;
        if (rows.size() != tests.size()) {
            rows.clear();
            tests.forEach(t -> rows.add(new Row(rows.size())));
            getChildren().setAll(header());
            getChildren().addAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(tests.get(i), i == current);
        }
        speak();
    }

    /** The test that is walked to. */
    String current() {
        return shown.isEmpty() ? "" : shown.get(current).id();
    }

    @Override
    public boolean takes(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return false;
        }
        return switch (key.getCode()) {
            case UP, DOWN, HOME, END, LEFT, RIGHT, DELETE, BACK_SPACE, SPACE -> true;
            default -> RESULTS.containsKey(key.getCode()) || SITES.containsKey(key.getCode())
                    || key.getCode().isDigitKey() || key.getCode() == KeyCode.EQUALS;
        };
    }

    private void key(KeyEvent e) {
        if (!takes(e) || shown.isEmpty()) {
            return;
        }
        e.consume();
        KeyCode code = e.getCode();
        boolean wasOne = one;
        one = false;
        switch (code) {
            case UP -> walk(current - 1);
            case DOWN -> walk(current + 1);
            case HOME -> walk(0);
            case END -> walk(shown.size() - 1);
            case LEFT -> model.chooseSide(Laterality.LEFT);
            case RIGHT -> model.chooseSide(Laterality.RIGHT);
            case DELETE, BACK_SPACE -> model.findings().clear(current());
            case SPACE -> next();
            case EQUALS -> set(Result.POSITIVE);
            default -> letter(code, wasOne);
        }
    }

    private void letter(KeyCode code, boolean wasOne) {
        Result result = RESULTS.get(code);
        PainSite site = SITES.get(code);
        if (result != null) {
            set(result);
        } else if (site != null) {
            model.findings().toggle(current(), site);
        } else {
            int digit = Integer.parseInt(code.getChar());
            model.findings().nrs(current(), OptionalInt.of(wasOne && digit == 0 ? TEN : digit));
            one = digit == 1;
        }
    }

    /** The same key twice leaves the result, so that a bouncing key takes nothing back. */
    private void set(Result result) {
        if (shown.get(current).result().filter(r -> r == result).isEmpty()) {
            model.findings().result(current(), result);
        }
    }

    private void next() {
        int at = shown.get(current).result().map(COLUMNS::indexOf).orElse(-1) + 1;
        if (at < COLUMNS.size()) {
            model.findings().result(current(), COLUMNS.get(at));
        } else {
            model.findings().clear(current());
        }
    }

    private void walk(int to) {
        current = Math.clamp(to, 0, shown.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(shown.get(i), i == current);
        }
        onRow.accept(current());
        speak();
    }

    private void speak() {
        if (!shown.isEmpty()) {
            setAccessibleText(told.spoken(shown.get(current), side));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private HBox header() {
        HBox header = new HBox();
        header.getStyleClass().add("test-header");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        header.getChildren().add(gap);
        COLUMNS.forEach(r -> header.getChildren().add(cell(words.of(r, "sign"), "test-cell")));
        header.getChildren().add(cell(words.text("assess.nrs.short"), "test-nrs"));
        return header;
    }

    private static Label cell(String text, String styleClass) {
        Label cell = new Label(text);
        cell.getStyleClass().add(styleClass);
        cell.setAlignment(Pos.CENTER);
        return cell;
    }

    /** One test: its name, four results and the pain. */
    private final class Row extends HBox {
        private final Label name = new Label();
        private final List<Label> cells = new ArrayList<>();
        private final Label nrs = cell("", "test-nrs");

        Row(int index) {
            getStyleClass().add("test-row");
            setAlignment(Pos.CENTER_LEFT);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            // A name that is cut off may hide which side it is.
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            getChildren().add(name);
            for (Result r : COLUMNS) {
                Label cell = cell("", "test-cell");
                cell.setOnMousePressed(e -> {
                    TestGrid.this.requestFocus();
                    walk(index);
                    model.findings().result(current(), r);
                    e.consume();
                });
                cells.add(cell);
            }
            getChildren().addAll(cells);
            getChildren().add(nrs);
            setOnMousePressed(e -> {
                TestGrid.this.requestFocus();
                walk(index);
                e.consume();
            });
        }

        void show(AssessState.TestRow row, boolean at) {
            name.setText(row.name());
            name.setTooltip(new Tooltip(row.name()));
            for (int i = 0; i < cells.size(); i++) {
                boolean chosen = row.result().filter(COLUMNS.get(i)::equals).isPresent();
                cells.get(i).setId("test-" + row.id() + "-" + COLUMNS.get(i).name().toLowerCase(Locale.ROOT));
                cells.get(i).setText(chosen ? words.of(COLUMNS.get(i), "sign") : "·");
                cells.get(i).getStyleClass().setAll("test-cell");
                if (chosen) {
                    cells.get(i).getStyleClass().addAll("chosen",
                            COLUMNS.get(i) == Result.POSITIVE ? "positive" : "plain");
                }
            }
            nrs.setText(row.nrs().isPresent() ? String.valueOf(row.nrs().getAsInt()) : "");
            getStyleClass().setAll("test-row");
            if (at) {
                getStyleClass().add("current");
            }
        }
    }
}

package foramen.journey;

import foramen.geometry.Point;
import javafx.scene.input.KeyCode;

/** How a tool is worked in the window: the same gestures by the mouse and by keys alone. */
sealed interface Pen {
    /** The ways to work, by name. */
    enum Kind {
        /** The mouse; keys only for words and figures. */
        MOUSE,
        /** Keys alone. */
        KEYS;

        Pen in(PlannerRobot planner) {
            return switch (this) {
                case MOUSE -> new ByMouse(planner);
                case KEYS -> new ByKeys(planner);
            };
        }
    }

    /** Takes the tool by its shortcut, or from its button or the picture's menu. */
    void take(Shortcut key, String button);

    /** Clicks on image points. */
    void click(Point... points);

    /** Presses at the first image point and lets go at the last. */
    void drag(Point... points);

    /** Ends an outline that began at {@code first}. */
    void close(Point first);

    /** Ends a line whose last point is {@code last}. */
    void end(Point last);

    /** Goes to a field and types in it. */
    void fill(String field, String words);

    /** A key, with Shift or without. */
    record Shortcut(KeyCode code, boolean shift) {
        static Shortcut plain(KeyCode code) {
            return new Shortcut(code, false);
        }

        static Shortcut shift(KeyCode code) {
            return new Shortcut(code, true);
        }
    }

    /** The mouse. */
    record ByMouse(PlannerRobot planner) implements Pen {
        private static final Point MENU = new Point(20, 10);

        @Override
        public void take(Shortcut key, String button) {
            if (button.startsWith("#")) {
                planner.click(button);
            } else {
                planner.chooseInMenu(MENU, button);
            }
        }

        @Override
        public void click(Point... points) {
            planner.clickAt(points);
        }

        @Override
        public void drag(Point... points) {
            planner.stroke(points);
        }

        @Override
        public void close(Point first) {
            planner.clickAt(first);
        }

        @Override
        public void end(Point last) {
            planner.clickAt(last);
        }

        @Override
        public void fill(String field, String words) {
            planner.fill("#" + field, words);
        }
    }

    /** Keys alone, with the crosshair, which comes out in the middle of the picture. */
    final class ByKeys implements Pen {
        private static final int FAR = 10;
        private final PlannerRobot planner;
        private int x;
        private int y;

        private ByKeys(PlannerRobot planner) {
            this.planner = planner;
            x = ToolJourneyTest.COLUMNS / 2;
            y = ToolJourneyTest.ROWS / 2;
            planner.key(KeyCode.Q, false);
        }

        @Override
        public void take(Shortcut key, String button) {
            planner.key(key.code(), key.shift());
        }

        @Override
        public void click(Point... points) {
            for (Point p : points) {
                walk(p);
                planner.key(KeyCode.SPACE, false);
            }
        }

        @Override
        public void drag(Point... points) {
            walk(points[0]);
            planner.key(KeyCode.SPACE, true);
            for (Point p : points) {
                walk(p);
            }
            planner.key(KeyCode.SPACE, true);
        }

        @Override
        public void close(Point first) {
            planner.key(KeyCode.ENTER, false);
        }

        @Override
        public void end(Point last) {
            planner.key(KeyCode.ENTER, false);
        }

        @Override
        public void fill(String field, String words) {
            planner.tabTo(field);
            planner.write(words);
        }

        private void walk(Point to) {
            int right = (int) Math.round(to.x()) - x;
            int down = (int) Math.round(to.y()) - y;
            steps(right, KeyCode.LEFT, KeyCode.RIGHT);
            steps(down, KeyCode.UP, KeyCode.DOWN);
            x += right;
            y += down;
        }

        private void steps(int way, KeyCode back, KeyCode forth) {
            KeyCode key = way < 0 ? back : forth;
            for (int i = 0; i < Math.abs(way) / FAR; i++) {
                planner.key(key, true);
            }
            for (int i = 0; i < Math.abs(way) % FAR; i++) {
                planner.key(key, false);
            }
        }
    }
}

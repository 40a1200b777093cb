package foramen.workspace.tool;

import foramen.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * How all stood before the button or a finger went down.
 *
 * @param state where the tool stood
 * @param suspended what waited on another frame
 * @param corrections what a proposal was before each correction
 */
record BeforePress(ToolState state, Optional<Unfinished> suspended, List<List<Point>> corrections) {}

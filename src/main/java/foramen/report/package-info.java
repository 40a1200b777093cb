/** Pictures and documents for people: clean and annotated PNG and the plan, drawn from the display list. */
@NullMarked
package foramen.report;

import org.jspecify.annotations.NullMarked;

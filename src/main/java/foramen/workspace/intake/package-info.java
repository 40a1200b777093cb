/** Takes cases into the record that files give back: joined, held against the record, never over what is there. */
@NullMarked
package foramen.workspace.intake;

import org.jspecify.annotations.NullMarked;

/** Fixtures and fakes for the tests of the workspace. */
@NullMarked
package foramen.workspace;

import org.jspecify.annotations.NullMarked;

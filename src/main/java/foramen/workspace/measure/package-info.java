/** What can be read off a case: values per annotation and plan, and what the operator should be told. */
@NullMarked
package foramen.workspace.measure;

import org.jspecify.annotations.NullMarked;

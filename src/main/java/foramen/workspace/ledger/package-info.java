/** Filling in a line of the ledger: typed text checked and turned into an injection. */
@NullMarked
package foramen.workspace.ledger;

import org.jspecify.annotations.NullMarked;

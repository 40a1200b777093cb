/** The panel where what was injected is recorded and voided, never deleted. */
@NullMarked
package foramen.ui.ledger;

import org.jspecify.annotations.NullMarked;

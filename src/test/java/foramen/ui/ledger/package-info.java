/** Tests of the ledger page of the inspector. */
@NullMarked
package foramen.ui.ledger;

import org.jspecify.annotations.NullMarked;

/** Injectates, doses and the ledger of what was given. */
@NullMarked
package foramen.domain.injection;

import org.jspecify.annotations.NullMarked;

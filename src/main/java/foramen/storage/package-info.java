/** The store: an append-only journal of cases with what is kept beside it, in an SQLite file or a PostgreSQL database. */
@NullMarked
package foramen.storage;

import org.jspecify.annotations.NullMarked;

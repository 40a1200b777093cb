/** The store on disk: an append-only journal of cases, and the settings, in one SQLite file. */
@NullMarked
package foramen.storage;

import org.jspecify.annotations.NullMarked;

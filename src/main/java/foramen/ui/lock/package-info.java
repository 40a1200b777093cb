/** The passphrase of encrypted records: asked for at the start, and again after the window was locked. */
@NullMarked
package foramen.ui.lock;

import org.jspecify.annotations.NullMarked;

/** Measurements for {@code docs/bench.md}: not tests, run by hand, each a ratio within one run. */
@NullMarked
package foramen.bench;

import org.jspecify.annotations.NullMarked;

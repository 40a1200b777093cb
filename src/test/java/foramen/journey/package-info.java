/** The whole job on the real window over a real store, done by a robot, and the pictures taken on the way. */
@NullMarked
package foramen.journey;

import org.jspecify.annotations.NullMarked;

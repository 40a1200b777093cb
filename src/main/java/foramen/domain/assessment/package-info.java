/** What is found at a visit: tests, red flags, pain and hip scores, and what happened in between. */
@NullMarked
package foramen.domain.assessment;

import org.jspecify.annotations.NullMarked;

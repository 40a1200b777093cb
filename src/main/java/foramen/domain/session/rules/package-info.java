/** What has to hold for a session: a rule class for each subject, and no figure of their own. */
@NullMarked
package foramen.domain.session.rules;

import org.jspecify.annotations.NullMarked;

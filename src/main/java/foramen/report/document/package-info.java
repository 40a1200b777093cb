/** The report as PDF, made from HTML and CSS that a clinic can restyle. */
@NullMarked
package foramen.report.document;

import org.jspecify.annotations.NullMarked;

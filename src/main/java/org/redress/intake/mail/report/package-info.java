/** What mail systems report about mails of ours that did not arrive. */
@NullMarked
package org.redress.intake.mail.report;

import org.jspecify.annotations.NullMarked;

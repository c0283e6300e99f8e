/** The text of a mail as a reader sees it, and what of it the sender wrote newly. */
@NamedInterface("mail-text")
@NullMarked
package org.redress.intake.mail.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

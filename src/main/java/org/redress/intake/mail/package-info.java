/**
 * Understands one raw mail: who wrote, what a reader would see, what is new in it, what came with
 * it, and whether a person or a program sent it.
 */
@NamedInterface("mail")
@NullMarked
package org.redress.intake.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

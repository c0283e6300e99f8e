/** The commands that train and measure models of text. */
@NullMarked
package org.redress.command.classifier;

import org.jspecify.annotations.NullMarked;

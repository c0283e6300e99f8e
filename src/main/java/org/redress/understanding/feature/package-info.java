/** What a model sees of a text. */
@NullMarked
package org.redress.understanding.feature;

import org.jspecify.annotations.NullMarked;

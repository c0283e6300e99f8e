/** Who complains in the demo year, when, about what and in which words. */
@NullMarked
package org.redress.demo.cast;

import org.jspecify.annotations.NullMarked;

/** The screen on which agents write down what a customer says on the telephone. */
@NullMarked
package org.redress.desk.call;

import org.jspecify.annotations.NullMarked;

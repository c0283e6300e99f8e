/** How people and programs sign in, and what each may reach. */
@NullMarked
package org.redress.access.signin;

import org.jspecify.annotations.NullMarked;

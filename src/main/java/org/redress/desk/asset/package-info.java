/** Style sheets, scripts and pictures of screens. */
@NullMarked
package org.redress.desk.asset;

import org.jspecify.annotations.NullMarked;

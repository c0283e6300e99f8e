/** Writing to customers: drafts, ready texts, the seconds to take a reply back. */
@NullMarked
package org.redress.desk.reply;

import org.jspecify.annotations.NullMarked;

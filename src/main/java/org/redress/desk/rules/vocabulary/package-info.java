/** Phrases that tickets suggest for the vocabulary. */
@NullMarked
package org.redress.desk.rules.vocabulary;

import org.jspecify.annotations.NullMarked;

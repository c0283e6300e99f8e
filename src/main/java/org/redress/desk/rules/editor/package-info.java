/** The rule editor: the files of a draft as grids and texts, with marks, trials and counts. */
@NullMarked
package org.redress.desk.rules.editor;

import org.jspecify.annotations.NullMarked;

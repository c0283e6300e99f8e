/** Forms for customers, made of files. */
@NullMarked
package org.redress.desk.form;

import org.jspecify.annotations.NullMarked;

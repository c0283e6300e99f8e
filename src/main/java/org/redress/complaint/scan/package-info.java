/** Looks for viruses in files, where a scanner is there for it. */
@NamedInterface("scan")
@NullMarked
package org.redress.complaint.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Tables as people make them, as CSV or as workbooks; broken rows are told one by one. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.redress.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Comma-separated files as people make them: any usual encoding, broken rows told one by one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.redress.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

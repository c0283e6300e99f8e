/** Who works here: users, roles, teams, sign-in. */
@ApplicationModule(allowedDependencies = {"storage"})
@NullMarked
package org.redress.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Sources outside this service that Camel reads for us, with settings by name so that route files
 * hold no addresses and no secrets: folders over SFTP, feeds over HTTP.
 */
@NullMarked
package org.redress.intake.source;

import org.jspecify.annotations.NullMarked;

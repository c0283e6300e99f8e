/** Where the contents of files lie: in the database, or in a store that speaks S3. */
@NullMarked
package org.redress.complaint.store;

import org.jspecify.annotations.NullMarked;

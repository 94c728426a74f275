/** Access to S3: objects and how they are encrypted, signed links to them, and health checks. */
@NullMarked
package org.consilium.storage;

import org.jspecify.annotations.NullMarked;

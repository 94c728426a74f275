/** The way to S3: what is kept there, the signed links to it, and whether it answers. */
@NullMarked
package org.consilium.storage;

import org.jspecify.annotations.NullMarked;

/** Uploads of photos: permission to send a file, its check, and the removal of images that no message contains. */
@NullMarked
package org.consilium.image.upload;

import org.jspecify.annotations.NullMarked;

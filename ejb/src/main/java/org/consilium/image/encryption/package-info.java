/** How each image is encrypted, and the keys of patients. */
@NullMarked
package org.consilium.image.encryption;

import org.jspecify.annotations.NullMarked;

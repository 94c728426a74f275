/** Patients whose records are looked at more closely, as the privacy officers have marked them. */
@NullMarked
package org.consilium.review.mark;

import org.jspecify.annotations.NullMarked;

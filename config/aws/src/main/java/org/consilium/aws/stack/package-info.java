/** The cloud that Consilium runs in: one construct for each concern, and one class for all that stages differ in. */
@NullMarked
package org.consilium.aws.stack;

import org.jspecify.annotations.NullMarked;

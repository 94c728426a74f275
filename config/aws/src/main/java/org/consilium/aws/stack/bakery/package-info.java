/** The stack that builds machine images every week. */
@NullMarked
package org.consilium.aws.stack.bakery;

import org.jspecify.annotations.NullMarked;

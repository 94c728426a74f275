@NullMarked
package org.consilium.aws.capacity;

import org.jspecify.annotations.NullMarked;

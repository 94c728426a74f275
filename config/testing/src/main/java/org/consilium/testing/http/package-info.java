/** A person's browser reduced to HTTP. */
@NullMarked
package org.consilium.testing.http;

import org.jspecify.annotations.NullMarked;

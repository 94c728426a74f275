/** Certificates for the back ends on one machine. */
@NullMarked
package org.consilium.local.tls;

import org.jspecify.annotations.NullMarked;

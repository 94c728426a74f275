/** Certificates for back ends that use TLS, in tests. */
@NullMarked
package org.consilium.local.tls;

import org.jspecify.annotations.NullMarked;

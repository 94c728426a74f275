/** Admission of requests while the server starts, drains or is overloaded, and the access log. */
@NullMarked
package org.consilium.server.http;

import org.jspecify.annotations.NullMarked;

/**
 * Applications for the tests: what a server is seen through. They run inside the server, packed by {@code ProbeEar}.
 */
@NullMarked
package org.consilium.server.probe;

import org.jspecify.annotations.NullMarked;

/** The entrance of every request: the gate while the server starts and drains, and the access log. */
@NullMarked
package org.consilium.server.http;

import org.jspecify.annotations.NullMarked;

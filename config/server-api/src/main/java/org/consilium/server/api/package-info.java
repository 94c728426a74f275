/**
 * The contract between the application and the server that it runs on: names that both sides use, and services that the
 * server offers. The server ships this package; the application is compiled against it.
 */
@NullMarked
package org.consilium.server.api;

import org.jspecify.annotations.NullMarked;

/**
 * Compares the cost of sessions in Redis with that of sessions in memory and of other managers: {@code ./mvnw
 * -Pbenchmark}.
 */
@NullMarked
package org.consilium.server.bench;

import org.jspecify.annotations.NullMarked;

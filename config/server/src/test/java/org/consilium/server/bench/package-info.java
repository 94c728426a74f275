/** What sessions in Redis cost, beside the same in memory and beside peers: {@code ./mvnw -Pbenchmark}. */
@NullMarked
package org.consilium.server.bench;

import org.jspecify.annotations.NullMarked;

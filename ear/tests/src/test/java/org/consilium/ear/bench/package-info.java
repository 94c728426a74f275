/** What pages of the real application cost: {@code ./mvnw -Pbenchmark}. */
@NullMarked
package org.consilium.ear.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The owner's side of the trail: its tables, a partition for each day, and the archive of old days. It runs as a
 * command with a login of its own, which no node has.
 */
@NullMarked
package org.consilium.trail.owner;

import org.jspecify.annotations.NullMarked;

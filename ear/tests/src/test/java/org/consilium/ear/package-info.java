/** What the deliverable holds. */
@NullMarked
package org.consilium.ear;

import org.jspecify.annotations.NullMarked;

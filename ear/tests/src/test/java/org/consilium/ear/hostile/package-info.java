/** What somebody may send who wants to harm: malformed, oversized, and in great number. */
@NullMarked
package org.consilium.ear.hostile;

import org.jspecify.annotations.NullMarked;

/**
 * The trail as the privacy officer reads it: that a record was seen, by whom, and from where, and nothing of its
 * content.
 */
@NullMarked
package org.consilium.privacy.trail;

import org.jspecify.annotations.NullMarked;

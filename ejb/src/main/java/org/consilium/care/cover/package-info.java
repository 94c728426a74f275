/** Cover: who stands in for a clinician who is away, and what they reach thereby. */
@NullMarked
package org.consilium.care.cover;

import org.jspecify.annotations.NullMarked;

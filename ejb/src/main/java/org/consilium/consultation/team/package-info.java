/** The care team of a consultation: who was asked in, and who can see it. */
@NullMarked
package org.consilium.consultation.team;

import org.jspecify.annotations.NullMarked;

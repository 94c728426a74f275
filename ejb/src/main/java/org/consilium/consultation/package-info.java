/** What patients and clinicians talk through: the consultation, its messages and staff notes, and the queue. */
@NullMarked
package org.consilium.consultation;

import org.jspecify.annotations.NullMarked;

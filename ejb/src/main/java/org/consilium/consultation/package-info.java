/** Consultations of patients and clinicians: messages, staff notes, summaries, and the queue. */
@NullMarked
package org.consilium.consultation;

import org.jspecify.annotations.NullMarked;

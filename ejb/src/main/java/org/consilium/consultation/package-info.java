/**
 * Consultations of patients and clinicians: messages, staff notes, summaries, and the queue.
 *
 * <p>It is one package, although it is large: its entities are one aggregate with package-private methods, and half of
 * its classes are records and enums of a few lines.
 */
@NullMarked
package org.consilium.consultation;

import org.jspecify.annotations.NullMarked;

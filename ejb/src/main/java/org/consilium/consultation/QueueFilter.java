package org.consilium.consultation;

import org.jspecify.annotations.Nullable;

/**
 * The part of the queue that a clinician wants to see.
 *
 * @param patient the beginning of the patient's name, in any spelling and with either name first; blank for all
 * @param severity absent for all
 */
public record QueueFilter(
        QueueView view, String patient, @Nullable Severity severity) {}

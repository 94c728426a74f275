package org.consilium.consultation;

import org.jspecify.annotations.Nullable;

/**
 * What a clinician wants to see of the queue.
 *
 * @param patient the beginning of the patient's last name; blank for everybody
 * @param severity only these, or all
 */
public record QueueFilter(
        QueueView view, String patient, @Nullable Severity severity) {}

package org.consilium.consultation;

/**
 * A consultation is being closed into which colleagues are asked; fired in the transaction of the step.
 *
 * @param key the consultation's
 */
public record ConsultationClosed(long key, ConsultationId id) {}

package org.consilium.privacy.trail;

import java.time.Instant;

/**
 * A patient whose record somebody reached.
 *
 * @param times how many entries of the trail there are
 */
public record AffectedPatient(Party patient, Instant from, Instant to, long times) {}

package org.consilium.emergency;

/**
 * An emergency access was opened, has ended, or its letter was decided; fired in the transaction of the change, and
 * observed after the commit.
 */
public record EmergencyChanged(EmergencyId id, long clinicianKey) {}

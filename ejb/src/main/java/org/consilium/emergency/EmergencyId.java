package org.consilium.emergency;

import org.consilium.access.RecordId;

/** The public id of an emergency access. */
public record EmergencyId(String value) implements RecordId {}

package org.consilium.care;

import org.consilium.access.RecordId;

/** The public id of a team. */
public record TeamId(String value) implements RecordId {}

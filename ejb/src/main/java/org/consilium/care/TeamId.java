package org.consilium.care;

import org.consilium.access.RecordId;

/** The public name of a team. */
public record TeamId(String value) implements RecordId {}

package org.consilium.care.cover;

import org.consilium.access.RecordId;

/** The public id of a cover. */
public record CoverId(String value) implements RecordId {}

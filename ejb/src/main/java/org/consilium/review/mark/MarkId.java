package org.consilium.review.mark;

import org.consilium.access.RecordId;

/** The public id of a mark. */
public record MarkId(String value) implements RecordId {}

package org.consilium.review;

import org.consilium.access.RecordId;

/** The public id of a finding. */
public record FindingId(String value) implements RecordId {}

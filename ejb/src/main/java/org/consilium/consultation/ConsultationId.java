package org.consilium.consultation;

import org.consilium.access.RecordId;

/** The public id of a consultation. */
public record ConsultationId(String value) implements RecordId {}

package org.consilium.consultation.team;

import org.consilium.access.RecordId;

/** The public id of a request for a colleague's advice. */
public record AskingId(String value) implements RecordId {}

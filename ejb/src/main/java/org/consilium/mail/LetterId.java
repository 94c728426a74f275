package org.consilium.mail;

import org.consilium.access.RecordId;

/** The public id of a letter. */
public record LetterId(String value) implements RecordId {}

package org.consilium.privacy.question;

import org.consilium.access.RecordId;

/** The public id of a question. */
public record QuestionId(String value) implements RecordId {}

package org.consilium.mail;

/** A letter was added to the outbox. */
record LetterWritten() {}

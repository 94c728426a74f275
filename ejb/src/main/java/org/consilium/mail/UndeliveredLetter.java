package org.consilium.mail;

import java.time.Instant;

/** A letter that was given up. */
public record UndeliveredLetter(
        LetterId id, LetterKind kind, String recipient, Instant writtenAt, LetterFailure failure) {}

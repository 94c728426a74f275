package org.consilium.peer;

import java.time.Instant;

/** A message with its author, as a page shows it. */
public record MessageRow(long id, long authorId, String author, Role role, String text, Instant sentAt) {}

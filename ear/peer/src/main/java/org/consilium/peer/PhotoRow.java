package org.consilium.peer;

/** A photo of a message of a page. */
record PhotoRow(long id, long messageId, String name, int width, int height) {}

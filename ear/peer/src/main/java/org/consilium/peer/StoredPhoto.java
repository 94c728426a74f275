package org.consilium.peer;

/** A photo whose files are in the store: its name there, the size of its rendition, and the bytes of its original. */
record StoredPhoto(String name, int width, int height, long bytes) {}

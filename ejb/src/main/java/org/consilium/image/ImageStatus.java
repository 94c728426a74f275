package org.consilium.image;

/** How far an image has come. */
enum ImageStatus {
    /** Its objects are being stored. */
    PENDING,
    /** Complete; waits for the message that it belongs to. */
    STORED,
    /** Part of a message for good. */
    ATTACHED,
    /** Its objects are being removed, and then the row. */
    DISCARDED
}

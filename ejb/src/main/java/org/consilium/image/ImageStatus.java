package org.consilium.image;

/** How far an image has come. */
enum ImageStatus {
    /** Its owner may send it to the object store. */
    AWAITED,
    /** It is there as it was sent, and waits for its check. */
    RECEIVED,
    /** Checked: it can be shown. */
    STORED,
    /** Checked: it cannot be used. */
    REFUSED,
    /** Its objects are being removed, and then the row. */
    DISCARDED
}

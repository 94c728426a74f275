package org.consilium.image;

/** The status of an image. The names are stored in the database. */
public enum ImageStatus {
    /** Its owner may send the file. */
    AWAITED,
    /** The file has arrived, and waits for its check. */
    RECEIVED,
    /** The check accepted the file; the image can be shown. */
    STORED,
    /** The check refused the file; the image cannot be used. */
    REFUSED,
    /** It is being removed: first its objects, then its row. */
    DISCARDED
}

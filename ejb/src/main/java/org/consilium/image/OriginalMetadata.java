package org.consilium.image;

/** The place, the camera and the like in the file of an original. The names are stored in the database. */
public enum OriginalMetadata {
    /** They are kept as they were sent. */
    KEPT,
    /** The sender wants them removed, which has not been done yet. */
    UNWANTED,
    /** They were removed at the sender's request. */
    REMOVED
}

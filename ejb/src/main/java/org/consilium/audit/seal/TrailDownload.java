package org.consilium.audit.seal;

import java.io.IOException;
import java.io.OutputStream;

/** The whole trail, to be written after it was permitted and put on record, as that takes longer than a transaction. */
@FunctionalInterface
public interface TrailDownload {

    /**
     * Writes the file.
     *
     * @throws IOException if nobody takes it any more
     */
    void writeTo(OutputStream out) throws IOException;
}

package org.consilium.trail.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The archive of days whose entries are not in the database any more. */
public interface TrailArchive {

    /**
     * A file of a day, with its entries in the order of their ids.
     *
     * @param firstId the lowest id in it
     * @param lastId the highest id in it
     */
    record File(String name, long firstId, long lastId) {}

    /** The files that may have entries with ids from one to another. */
    List<File> files(long from, long to);

    /**
     * The content of a file, compressed by gzip.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open(File file) throws IOException;
}

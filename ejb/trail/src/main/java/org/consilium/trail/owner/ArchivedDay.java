package org.consilium.trail.owner;

import java.time.LocalDate;
import java.util.List;

/** A day in the archive. */
record ArchivedDay(LocalDate day, long entries, long lastId, List<File> files) {

    ArchivedDay {
        files = List.copyOf(files);
    }

    /** One of its files, which has its entries in the order of their ids. */
    record File(String key, Content content, long bytes, String sha256) {}

    /** How many entries a file has, and the first and the last of their ids. */
    record Content(long entries, long firstId, long lastId) {}
}

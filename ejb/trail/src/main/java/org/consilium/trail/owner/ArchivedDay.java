package org.consilium.trail.owner;

import java.time.LocalDate;
import java.util.List;

/** A day in the archive. */
record ArchivedDay(LocalDate day, long entries, long lastId, List<File> files) {

    ArchivedDay {
        files = List.copyOf(files);
    }

    /** One of its files. */
    record File(String key, long entries, long bytes, String sha256) {}
}

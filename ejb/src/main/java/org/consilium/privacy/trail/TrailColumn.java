package org.consilium.privacy.trail;

import java.util.Locale;

/** A column of the trail by which its entries can be found; those come first that have fewer entries for a value. */
enum TrailColumn {
    RECORD,
    PATIENT,
    ACCOUNT,
    ADDRESS,
    KIND;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the index has the patients of its entries. */
    boolean hasPatients() {
        return this == ACCOUNT || this == ADDRESS;
    }

    /** The index with this column, and the time. */
    String index() {
        return "entry_" + column();
    }
}

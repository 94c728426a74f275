package org.consilium.server.session;

import java.util.List;
import java.util.Map;

/**
 * What a request has changed in a session.
 *
 * @param lease the right to write it
 * @param base the save that was loaded; empty for a session that is not in Redis yet
 * @param version the name of this save
 * @param maxInactive seconds that it may lie unused; not positive for ever
 * @param fields new values
 * @param removed fields that are gone
 */
record SessionChanges(
        Lease lease, String base, String version, int maxInactive, Map<String, byte[]> fields, List<String> removed) {
    /** Whether there is anything to write. */
    boolean any() {
        return base.isEmpty() || !fields.isEmpty() || !removed.isEmpty();
    }
}

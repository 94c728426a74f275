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
 * @param fields new values of what the container keeps
 * @param removed what the container keeps no longer
 * @param attributes new values of attributes, by their fields
 * @param removedAttributes the fields of attributes that are gone
 */
record SessionChanges(
        Lease lease,
        String base,
        String version,
        int maxInactive,
        Map<String, byte[]> fields,
        List<String> removed,
        Map<String, byte[]> attributes,
        List<String> removedAttributes) {
    /** Whether there is anything to write. */
    boolean any() {
        return isNew()
                || !fields.isEmpty()
                || !removed.isEmpty()
                || !attributes.isEmpty()
                || !removedAttributes.isEmpty();
    }

    /** Whether Redis has nothing under this id yet. */
    boolean isNew() {
        return base.isEmpty();
    }
}

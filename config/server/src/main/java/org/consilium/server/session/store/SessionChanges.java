package org.consilium.server.session.store;

import java.util.List;
import java.util.Map;

/**
 * The changes that a request has made to a session.
 *
 * @param lease the lease to write under
 * @param base the version that was loaded; empty for a session that is not in Redis yet
 * @param version the version that this save writes
 * @param began when the session began, in milliseconds since 1970; zero if it begins with this save
 * @param maxInactive seconds without use after which the session expires; zero or less for never
 * @param properties the changes to properties of the session
 * @param attributes new values of attributes, by their fields
 * @param removedAttributes the fields of removed attributes
 */
public record SessionChanges(
        Lease lease,
        String base,
        String version,
        long began,
        int maxInactive,
        PropertyChanges properties,
        Map<String, byte[]> attributes,
        List<String> removedAttributes) {
    /** Whether there is anything to write. */
    public boolean any() {
        return base.isEmpty() || properties.any() || !attributes.isEmpty() || !removedAttributes.isEmpty();
    }
}

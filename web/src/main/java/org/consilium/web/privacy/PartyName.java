package org.consilium.web.privacy;

import org.consilium.privacy.trail.Party;
import org.jspecify.annotations.Nullable;

/** Names people in exported lists. */
final class PartyName {

    private PartyName() {}

    /** The full name; null for nobody. */
    static @Nullable String of(@Nullable Party party) {
        return party == null ? null : party.name().full();
    }
}

package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** An emergency access is there for its clinician while it is open, and for every privacy officer. */
@ApplicationScoped
public class EmergencyGuard implements RecordGuard {

    @Inject
    private Emergencies emergencies;

    @Inject
    private Clock clock;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof EmergencyId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        emergencies.lock((EmergencyId) id);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return emergencies
                .find((EmergencyId) id)
                .map(access -> relation(caller, access))
                .orElse(null);
    }

    private @Nullable Relation relation(Caller caller, EmergencyAccess access) {
        if (caller.is(Role.PRIVACY_OFFICER)) {
            return Relation.OVERSIGHT;
        }
        return access.clinicianKey() == caller.accountKey() && access.isOpen(clock.instant())
                ? Relation.EMERGENCY
                : null;
    }
}

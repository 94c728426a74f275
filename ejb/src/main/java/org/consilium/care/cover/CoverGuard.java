package org.consilium.care.cover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.care.Colleagues;
import org.jspecify.annotations.Nullable;

/**
 * A cover is that of the one who is away, and of the leads of their teams. The one who covers cannot end it: nobody
 * would watch then, as the other one is away all the same.
 */
@ApplicationScoped
public class CoverGuard implements RecordGuard {

    @Inject
    private Covers covers;

    @Inject
    private Colleagues colleagues;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof CoverId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        var unused = covers.lock((CoverId) id);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return covers.find((CoverId) id).map(cover -> of(caller, cover)).orElse(null);
    }

    private @Nullable Relation of(Caller caller, Cover cover) {
        if (cover.coveredKey() == caller.accountKey()) {
            return Relation.SELF;
        }
        return colleagues.leads(caller.accountKey(), cover.coveredKey()) ? Relation.CARE_TEAM : null;
    }
}

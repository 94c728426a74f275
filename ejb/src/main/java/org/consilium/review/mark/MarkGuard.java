package org.consilium.review.mark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** A mark is there for every privacy officer. */
@ApplicationScoped
public class MarkGuard implements RecordGuard {

    @Inject
    private Marks marks;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof MarkId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        marks.lock((MarkId) id);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return caller.is(Role.PRIVACY_OFFICER) && marks.find((MarkId) id).isPresent() ? Relation.OVERSIGHT : null;
    }
}

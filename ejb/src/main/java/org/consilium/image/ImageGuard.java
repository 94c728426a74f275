package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** Lets only the sender reach an image that is not part of a message yet. */
@ApplicationScoped
public class ImageGuard implements RecordGuard {

    @Inject
    private Images images;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof ImageId;
    }

    /** Nothing to lock: an image never changes its owner, and only the owner's own message takes it from them. */
    @Override
    public void lock(Caller caller, RecordId id) {}

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return images.isUnattachedOf(caller.accountKey(), (ImageId) id) ? Relation.SELF : null;
    }
}

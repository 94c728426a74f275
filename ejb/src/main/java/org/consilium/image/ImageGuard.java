package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;

/** Until an image is part of a message, nobody but the person who sent it reaches it. */
@ApplicationScoped
public class ImageGuard implements RecordGuard {

    @Inject
    private Images images;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof ImageId;
    }

    @Override
    public boolean permits(Caller caller, RecordId id) {
        return images.isUnattachedOf(caller.accountKey(), (ImageId) id);
    }
}

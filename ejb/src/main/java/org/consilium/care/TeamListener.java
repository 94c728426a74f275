package org.consilium.care;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.consilium.cache.CacheInvalidated;

/** Invalidates the cached names of a team that changes. */
public class TeamListener {

    @Inject
    private Event<CacheInvalidated> invalidated;

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(Team team) {
        invalidated.fire(new CacheInvalidated(Teams.DIRECTORY));
    }
}

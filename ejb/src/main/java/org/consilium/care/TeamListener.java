package org.consilium.care;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.consilium.cache.Stale;

/** Sees every change of a team, so that no node goes on giving the name that it had. */
public class TeamListener {

    @Inject
    private Event<Stale> stale;

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(Team team) {
        stale.fire(new Stale(Teams.cached(team.key())));
        stale.fire(new Stale(Teams.DIRECTORY));
    }
}

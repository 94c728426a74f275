package org.consilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/** Letters that were given up are there for administrators, the others for nobody. */
@ApplicationScoped
public class LetterGuard implements RecordGuard {

    @Inject
    private Letters letters;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof LetterId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        letters.lock(new LetterId(id.value()));
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return letters.find(new LetterId(id.value())).isPresent() ? Relation.ADMINISTRATION : null;
    }
}

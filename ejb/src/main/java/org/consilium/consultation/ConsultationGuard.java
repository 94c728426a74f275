package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.image.ImageId;
import org.jspecify.annotations.Nullable;

/** A consultation and its images can be reached by those whom {@link Permission} lets in. */
@ApplicationScoped
public class ConsultationGuard implements RecordGuard {

    @Inject
    private Consultations consultations;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof ConsultationId || id instanceof ImageId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        consultations.lock(id, caller);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        return consultations.relation(caller, id).orElse(null);
    }
}

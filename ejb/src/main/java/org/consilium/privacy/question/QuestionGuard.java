package org.consilium.privacy.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.access.Caller;
import org.consilium.access.RecordGuard;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.jspecify.annotations.Nullable;

/** Every privacy officer reaches every question. */
@ApplicationScoped
public class QuestionGuard implements RecordGuard {

    @Inject
    private Questions questions;

    @Override
    public boolean knows(RecordId id) {
        return id instanceof QuestionId;
    }

    @Override
    public void lock(Caller caller, RecordId id) {
        questions.find((QuestionId) id).ifPresent(questions::lock);
    }

    @Override
    public @Nullable Relation relation(Caller caller, RecordId id) {
        boolean reached = caller.is(Role.PRIVACY_OFFICER)
                && questions.find((QuestionId) id).isPresent();
        return reached ? Relation.OVERSIGHT : null;
    }
}

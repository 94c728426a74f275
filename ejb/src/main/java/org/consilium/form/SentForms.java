package org.consilium.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import org.consilium.database.DuplicateKeyException;
import org.jspecify.annotations.Nullable;

/** Stores forms, and finds those that are sent again. */
@ApplicationScoped
public class SentForms {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /**
     * Finds the entity that its author has stored with this form. What the form was sent to must be locked, so that a
     * form that arrives twice at once is found.
     *
     * @param role the entity's field with the author's key
     * @param formerKey the {@code idempotencyKey} that the version before gave to this form; null if it gave none
     * @throws FormReusedException if the form was sent with other content
     */
    public <T extends FromForm> Optional<T> find(
            Class<T> type, String role, long author, SentForm form, @Nullable String formerKey) {
        String former = formerKey == null ? "" : " or (e.form.key is null and e.idempotencyKey = :former)";
        TypedQuery<T> query = entities.createQuery(
                        "select e from " + type.getSimpleName() + " e where e." + role + " = :author"
                                + " and (e.form.key = :key" + former + ")",
                        type)
                .setParameter("author", author)
                .setParameter("key", form.key());
        if (formerKey != null) {
            query.setParameter("former", formerKey);
        }
        Optional<T> found = query.getResultStream().findFirst();
        found.ifPresent(before -> requireSame(before, form));
        return found;
    }

    /**
     * Stores a form that was not found.
     *
     * @throws FormReusedException if the same key has been sent to something else in the meantime
     */
    public void store(FromForm entity) {
        try {
            entities.persist(entity);
            entities.flush();
        } catch (DuplicateKeyException elsewhere) {
            throw new FormReusedException();
        }
    }

    private static void requireSame(FromForm entity, SentForm now) {
        SentForm before = entity.form();
        if (before != null && !before.isOfVersionBefore() && !before.isRepeatedBy(now)) {
            throw new FormReusedException(entity.record());
        }
    }
}

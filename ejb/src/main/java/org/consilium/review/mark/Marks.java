package org.consilium.review.mark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The repository of marks. */
@ApplicationScoped
public class Marks {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    void add(Mark mark) {
        entities.persist(mark);
    }

    /** Deletes it at once: another one may take its place. */
    void remove(Mark mark) {
        entities.remove(mark);
        entities.flush();
    }

    Optional<Mark> find(MarkId id) {
        return entities.createQuery("select m from Mark m where m.publicId = :id", Mark.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** Locks it until the transaction ends; does nothing if there is none. */
    void lock(MarkId id) {
        List<Mark> unused = entities.createQuery("select m from Mark m where m.publicId = :id", Mark.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<Mark> find(long patient, MarkKind kind) {
        return entities.createQuery("select m from Mark m where m.patientKey = :patient and m.kind = :kind", Mark.class)
                .setParameter("patient", patient)
                .setParameter("kind", kind)
                .getResultStream()
                .findFirst();
    }

    /** The key after which a list goes on; a mark that is not there any more is the beginning. */
    long key(@Nullable MarkId id) {
        return Optional.ofNullable(id)
                .filter(given -> PublicIds.isWellFormed(given.value()))
                .flatMap(this::find)
                .map(Mark::key)
                .orElse(Long.MAX_VALUE);
    }

    /** The newest of those before a key first, one more than a page shows. */
    List<Mark> before(long key) {
        return entities.createQuery("select m from Mark m where m.key < :last order by m.key desc", Mark.class)
                .setParameter("last", key)
                .setMaxResults(Slice.ROWS + 1)
                .getResultList();
    }

    /** The marks of patients, by the keys of their accounts. */
    public Map<Long, List<PatientMark>> of(Collection<Long> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<PatientMark>> found = new HashMap<>();
        entities.createQuery("select m from Mark m where m.patientKey in :patients", Mark.class)
                .setParameter("patients", patients)
                .getResultStream()
                .forEach(mark -> found.computeIfAbsent(mark.patientKey(), patient -> new ArrayList<>())
                        .add(mark.asMark()));
        return found;
    }
}

package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.account.PersonName;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/** The repository of emergency accesses. */
@ApplicationScoped
public class Emergencies {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    void add(EmergencyAccess access) {
        entities.persist(access);
    }

    /** Writes what has changed, before a new row that the old one would be in the way of. */
    void flush() {
        entities.flush();
    }

    /** The one of a clinician that is open, from the database. */
    public Optional<OpenEmergency> open(long clinicianKey) {
        return notEnded(clinicianKey)
                .filter(access -> access.isOpen(clock.instant()))
                .map(this::shown);
    }

    private OpenEmergency shown(EmergencyAccess access) {
        PersonName patient = accounts.names(List.of(access.patientKey())).get(access.patientKey());
        return access.asOpen(patient == null ? "" : patient.full());
    }

    /** The one of a clinician whose end is not noted, although its time may be over. */
    Optional<EmergencyAccess> notEnded(long clinicianKey) {
        return entities.createQuery(
                        "select e from EmergencyAccess e where e.openBy = :clinician", EmergencyAccess.class)
                .setParameter("clinician", clinicianKey)
                .getResultStream()
                .findFirst();
    }

    Optional<EmergencyAccess> find(EmergencyId id) {
        return query(id).getResultStream().findFirst();
    }

    /** Locks it until the transaction ends; does nothing if there is none. */
    void lock(EmergencyId id) {
        List<EmergencyAccess> unused =
                query(id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<EmergencyAccess> query(EmergencyId id) {
        return entities.createQuery("select e from EmergencyAccess e where e.publicId = :id", EmergencyAccess.class)
                .setParameter("id", id.value());
    }

    /** By its key, locked until the transaction ends. */
    EmergencyAccess locked(long key) {
        return entities.find(EmergencyAccess.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first, as the privacy officers see them. */
    Slice<EmergencyRow> list(@Nullable EmergencyId after) {
        Long last = Optional.ofNullable(after)
                .filter(id -> PublicIds.isWellFormed(id.value()))
                .flatMap(this::find)
                .map(EmergencyAccess::key)
                .orElse(Long.MAX_VALUE);
        List<EmergencyAccess> found = entities.createQuery(
                        "select e from EmergencyAccess e where e.key < :last order by e.key desc",
                        EmergencyAccess.class)
                .setParameter("last", last)
                .setMaxResults(Slice.ROWS + 1)
                .getResultList();
        return Slice.cut(rows(found), row -> row.id().value());
    }

    List<EmergencyRow> rows(List<EmergencyAccess> found) {
        Map<Long, AccountSummary> people = accounts.summaries(found.stream()
                .flatMap(access -> Stream.of(access.clinicianKey(), access.patientKey()))
                .distinct()
                .toList());
        return found.stream()
                .map(access -> access.asRow(
                        Objects.requireNonNull(people.get(access.clinicianKey())),
                        Objects.requireNonNull(people.get(access.patientKey()))))
                .toList();
    }

    /** The keys of some that are over, and whose end is not noted. */
    List<Long> overdue(int most) {
        return keys("ended_at IS NULL AND until_at", most);
    }

    /** The keys of some whose letters are due. */
    List<Long> withDueLetters(int most) {
        return keys("letter_due_at", most);
    }

    /** By the clock of the database: a node whose clock is wrong must end nothing, and send nothing, too early. */
    private List<Long> keys(String past, int most) {
        List<?> found = entities.createNativeQuery(
                        "SELECT id FROM emergency_access WHERE " + past + " <= UTC_TIMESTAMP(6) LIMIT ?1")
                .setParameter(1, most)
                .getResultList();
        return found.stream().map(Number.class::cast).map(Number::longValue).toList();
    }
}

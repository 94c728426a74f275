package org.consilium.account.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.Accounts;

/** The repository of requests to close accounts. The account is locked before the request. */
@ApplicationScoped
public class ClosingRequests {
    private static final int MOST_SHOWN = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    void add(ClosingRequest request) {
        entities.persist(request);
    }

    /** The last one of an account. */
    Optional<ClosingRequest> last(long accountKey) {
        return entities.createQuery(
                        "select r from ClosingRequest r where r.accountKey = :account order by r.key desc",
                        ClosingRequest.class)
                .setParameter("account", accountKey)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<ClosingRequest> open(long accountKey) {
        return last(accountKey).filter(ClosingRequest::isOpen);
    }

    /** All that are open, the oldest first. */
    List<ClosingRequest> open() {
        return entities.createQuery(
                        "select r from ClosingRequest r where r.outcome is null order by r.requestedAt, r.key",
                        ClosingRequest.class)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    Optional<ClosingRequest> find(ClosingRequestId id) {
        return entities.createQuery("select r from ClosingRequest r where r.publicId = :id", ClosingRequest.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    ClosingRequest get(ClosingRequestId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    /** Locks one, and its account, until the transaction ends. */
    void lock(ClosingRequest request) {
        var unused = accounts.lockedSummary(request.accountKey());
        entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
    }
}

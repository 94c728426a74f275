package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.consilium.account.AccountDisabled;
import org.consilium.account.AccountSummary;
import org.consilium.account.Accounts;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;

/**
 * Notes the ends of emergency accesses that have ended by themselves. Nobody gets in after that moment, whenever it is
 * noted.
 */
@ApplicationScoped
public class EmergencyEnds {

    @Inject
    private Emergencies emergencies;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Event<EmergencyChanged> changes;

    @Inject
    private Clock clock;

    /** Belongs to the transaction that disables the account; the end is noted later, by the timer. */
    void disabled(@Observes AccountDisabled account) {
        Instant now = clock.instant();
        emergencies.notEnded(account.accountKey()).ifPresent(access -> {
            access.cutShort(now);
            changes.fire(access.changed());
        });
    }

    /** The keys of some that are over, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Long> overdue(int most) {
        return emergencies.overdue(most);
    }

    /** Notes the end of one, unless another node was first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void note(long key) {
        EmergencyAccess access = emergencies.locked(key);
        if (access.isOverdue(clock.instant())) {
            expire(access);
        }
    }

    /** Notes the end of one that is over. */
    void expire(EmergencyAccess access) {
        long clinician = access.clinicianKey();
        AccountSummary account = accounts.summaries(List.of(clinician)).get(clinician);
        EmergencyEnding how = access.expire();
        if (account != null) {
            audit.fire(AuditEvent.of(AuditKind.EMERGENCY)
                    .by(clinician, account.role())
                    .about(access.patientKey())
                    .on(access.id())
                    .because(how)
                    .with("step", "ended"));
        }
        changes.fire(access.changed());
    }
}

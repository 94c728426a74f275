package org.consilium.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consilium.account.AccountOwner;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.mail.LetterKind;
import org.jspecify.annotations.Nullable;

/** Tells patients of emergency accesses by letter, which says no more than that somebody of the staff has had one. */
@ApplicationScoped
public class EmergencyLetters {

    @Inject
    private Emergencies emergencies;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Event<EmergencyChanged> changes;

    @Inject
    private Clock clock;

    /** The keys of some whose letters are due, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Long> due(int most) {
        return emergencies.withDueLetters(most);
    }

    /** Sends the letter that is due, unless another node was first, or an officer has decided it meanwhile. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void send(long key) {
        EmergencyAccess access = emergencies.locked(key);
        if (access.isLetterDue(clock.instant())) {
            send(access, null);
        }
    }

    /**
     * Sends the letter.
     *
     * @param officer who lets it go; null when its time has come
     */
    void send(EmergencyAccess access, @Nullable Long officer) {
        Optional<AccountOwner> patient = accounts.activeOwner(access.patientKey());
        access.letterGoes(patient.isPresent(), officer, clock.instant());
        patient.ifPresent(owner -> letters.send(LetterKind.STAFF_ACCESS, owner));
        changes.fire(access.changed());
    }
}

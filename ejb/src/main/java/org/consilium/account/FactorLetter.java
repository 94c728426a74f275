package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;

/** Tells people that a second factor of their account was changed (NIST SP 800-63B-4, section 4.1.2). */
@ApplicationScoped
public class FactorLetter {

    @Inject
    private Outbox outbox;

    /** Belongs to the transaction of the change. */
    public void send(AccountOwner owner) {
        outbox.add(
                LetterKind.SECOND_FACTOR_CHANGED,
                owner.email(),
                owner.language().orElse(null));
    }
}

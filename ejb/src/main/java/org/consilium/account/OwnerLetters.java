package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.consilium.mail.LetterKind;
import org.consilium.mail.Outbox;

/** Tells people what has happened to their account (NIST SP 800-63B-4, section 4.6). */
@ApplicationScoped
public class OwnerLetters {

    @Inject
    private Outbox outbox;

    /** Belongs to the transaction of the change. */
    public void send(LetterKind kind, AccountOwner owner) {
        outbox.add(kind, owner.email(), owner.language().orElse(null));
    }
}

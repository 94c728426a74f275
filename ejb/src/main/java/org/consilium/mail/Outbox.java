package org.consilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.limit.LetterRecipient;
import org.consilium.limit.Limit;
import org.consilium.limit.LimitReachedException;
import org.consilium.limit.Limits;
import org.consilium.secret.SecretKeys;
import org.jspecify.annotations.Nullable;

/**
 * Where letters are put that are to be sent: as rows of the transaction that they tell of, so that there is a letter
 * exactly if that is committed, and no page waits for a mail server (the pattern "transactional outbox").
 */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private SecretKeys keys;

    @Inject
    private Event<LetterWritten> written;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    /**
     * Adds a letter with a secret link.
     *
     * @param language null if the recipient's is not known
     * @param token of the link; it is stored encrypted
     */
    public void add(LetterKind kind, String recipient, @Nullable Locale language, String token) {
        Letter letter = new Letter(kind, recipient, language, clock.instant());
        letter.link(token, keys);
        add(letter);
    }

    /** Adds a letter with a link that is the same for everybody. */
    public void add(LetterKind kind, String recipient, @Nullable Locale language) {
        add(new Letter(kind, recipient, language, clock.instant()));
    }

    /**
     * Adds a letter requested by somebody who has not signed in, unless the address has got many of them already. The
     * answer does not say so, because it would reveal requests by others.
     */
    public void addForStranger(LetterKind kind, String recipient, Locale language, String token) {
        try {
            limits.use(Limit.LETTER_RECIPIENT, new LetterRecipient(recipient));
            add(kind, recipient, language, token);
        } catch (LimitReachedException enough) {
            LOG.log(Level.INFO, "an address has got enough letters", enough);
        }
    }

    /** Puts a letter back that was given up. */
    void revive(Letter letter) {
        letter.revive(clock.instant());
        written.fire(new LetterWritten());
    }

    private void add(Letter letter) {
        entities.persist(letter);
        written.fire(new LetterWritten());
    }
}

package org.consilium.account.passkey;

import com.yubico.webauthn.data.ByteArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consilium.account.Tokens;
import org.consilium.account.passkey.PasskeyChallenge.Ceremony;
import org.consilium.database.InstantConverter;
import org.jspecify.annotations.Nullable;

/**
 * The repository of challenges, which are good once, for five minutes: the shortest time that a person should have
 * (WebAuthn Level 3, section 15.1).
 */
@ApplicationScoped
public class PasskeyChallenges {
    static final Duration TTL = Duration.ofMinutes(5);

    /** Section 13.4.3 asks for 16 at least. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Stores a new challenge. */
    PasskeyChallenge add(Ceremony ceremony, @Nullable Long accountKey, String token) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        PasskeyChallenge begun =
                new PasskeyChallenge(ceremony, accountKey, token, new ByteArray(random), clock.instant());
        entities.persist(begun);
        return begun;
    }

    /** Takes a challenge: of several calls at once, one gets it. Empty if it is unknown, used, or too old. */
    Optional<PasskeyChallenge> take(Ceremony ceremony, String token) {
        return entities.createQuery(
                        "select c from PasskeyChallenge c where c.tokenHash = :hash and c.ceremony = :ceremony"
                                + " and c.createdAt > :end",
                        PasskeyChallenge.class)
                .setParameter("hash", Tokens.hash(token))
                .setParameter("ceremony", ceremony)
                .setParameter("end", end())
                .getResultStream()
                .findFirst()
                .filter(this::remove);
    }

    private boolean remove(PasskeyChallenge used) {
        return entities.createQuery("delete from PasskeyChallenge c where c.key = :key")
                        .setParameter("key", used.key())
                        .executeUpdate()
                == 1;
    }

    /**
     * Removes some that are too old, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many there were
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int expire(int most) {
        return entities.createNativeQuery("DELETE FROM passkey_challenge WHERE created_at <= ? LIMIT ?")
                .setParameter(1, new InstantConverter().convertToDatabaseColumn(end()))
                .setParameter(2, most)
                .executeUpdate();
    }

    private Instant end() {
        return clock.instant().minus(TTL);
    }
}

package org.consilium.server.session.store;

import java.time.Duration;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;

/**
 * The settings of sessions in Redis.
 *
 * @param cipher encrypts their values
 * @param lifetime after which a session ends, however much it is used (NIST SP 800-63B-4, section 2.2.3, allows 24
 *     hours; OWASP ASVS 5.0, 7.3.2)
 */
public record SessionPolicy(SessionCipher cipher, Duration lifetime) {
    /** Bytes that the attributes of one session may have. */
    public static final int MAX_BYTES = 1 << 20;

    /**
     * Redis keeps a session for that much longer after it has expired, so that the application can be told about it.
     */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** Reads {@code consilium.server.session-keys} and {@code consilium.server.session-lifetime}. */
    public static SessionPolicy of(Settings settings) throws CannotStart {
        return new SessionPolicy(
                SessionCipher.of(settings),
                Duration.ofSeconds(settings.number("session-lifetime", DAY_SECONDS / 2, 1, DAY_SECONDS)));
    }
}

package org.consilium.server.session.store;

import java.time.Duration;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;

/**
 * The settings of sessions in Redis.
 *
 * @param cipher encrypts their values
 * @param lifetime after which a session ends, however much it is used
 */
public record SessionPolicy(SessionCipher cipher, Duration lifetime) {
    /** Bytes that the attributes of one session may have. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** Reads {@code consilium.server.session-keys} and {@code consilium.server.session-lifetime}. */
    public static SessionPolicy of(Settings settings) throws CannotStart {
        return new SessionPolicy(
                SessionCipher.of(settings),
                Duration.ofSeconds(settings.number("session-lifetime", DAY_SECONDS / 2, 1, DAY_SECONDS)));
    }
}

package org.consilium.account.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Time-based one-time passwords: six digits that change every 30 seconds, by HMAC-SHA-1, which every authenticator app
 * knows (RFC 6238).
 */
final class Totp {
    /** What RFC 6238, section 5.2, recommends. */
    private static final Duration STEP = Duration.ofSeconds(30);

    private static final int DIGITS = 6;

    /** Steps by which the app's clock may be wrong either way, or the code late (RFC 6238, sections 5.2 and 6). */
    private static final int DRIFT = 1;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS, TotpSecret.ALGORITHM);

    private Totp() {}

    /**
     * The time step that a code is of: the latest one, should it be of several. It takes as long for a wrong code.
     *
     * @param typed the code; apps show it in two groups, so it may have spaces
     * @return empty if the code is wrong, or too old
     */
    static OptionalLong step(TotpSecret secret, String typed, Instant now) {
        byte[] code = SPACE.matcher(typed).replaceAll("").getBytes(StandardCharsets.UTF_8);
        long current = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), code))
                .max();
    }

    /** The code of a time step. */
    static String code(TotpSecret secret, long step) {
        try {
            Instant time = Instant.EPOCH.plus(STEP.multipliedBy(step));
            // in some languages, the digits would be others
            return GENERATOR.generateOneTimePasswordString(secret.key(), time, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes every key", impossible);
        }
    }
}

package org.consilium.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wrong passwords and codes that lock an account, as {@link Lockout} counts them. */
@Embeddable
public class SignInFailures {

    @Column(name = "failed_sign_ins")
    private int number;

    @Column(name = "forgiving_since")
    private @Nullable Instant forgivingSince;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    /**
     * Adds one.
     *
     * @return whether it locks the account, and those before did not
     */
    boolean add(Instant now) {
        int forgiven = Lockout.forgiven(number, forgivingSince, now);
        number -= forgiven;
        forgivingSince = number == 0 || forgivingSince == null
                ? now
                : forgivingSince.plus(Lockout.FORGIVEN_AFTER.multipliedBy(forgiven));
        number++;
        Duration wait = Lockout.after(number);
        lockedUntil = wait.isZero() ? null : now.plus(wait);
        return number == Lockout.FREE_FAILURES;
    }

    void forget() {
        number = 0;
        forgivingSince = null;
        lockedUntil = null;
    }

    /** Whether they lock the account at this moment. */
    boolean lock(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}

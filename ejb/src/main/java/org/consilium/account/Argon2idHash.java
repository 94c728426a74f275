package org.consilium.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import java.nio.CharBuffer;

/** Passwords as Argon2id with 19 MiB and two passes, the first choice of the OWASP password storage cheat sheet. */
@ApplicationScoped
public class Argon2idHash implements PasswordHash {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function function =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final PasswordSlots slots;

    @SuppressWarnings("NullAway") // CDI's proxy has no state
    protected Argon2idHash() {
        slots = null;
    }

    @Inject
    Argon2idHash(PasswordSlots slots) {
        this.slots = slots;
    }

    /**
     * Hashes a new password.
     *
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    @Override
    public String generate(char[] password) {
        String stored = PasswordForms.stored(CharBuffer.wrap(password));
        return slots.use(() ->
                Password.hash(stored).addRandomSalt(SALT_BYTES).with(function).getResult());
    }

    /**
     * Takes the parameters from the hash itself, so that older hashes stay valid when ours grow, and tries each form in
     * which the password may have been hashed.
     *
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    @Override
    public boolean verify(char[] password, String hash) {
        return PasswordForms.hashed(CharBuffer.wrap(password)).stream()
                .anyMatch(form ->
                        slots.use(() -> Password.check(form, hash).with(Argon2Function.getInstanceFromHash(hash))));
    }
}

package org.consilium.account.password;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.HashBuilder;
import com.password4j.types.Argon2;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import java.nio.CharBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Passwords as Argon2id hashes. The least parameters, 19 MiB and two passes, are the first choice of the OWASP password
 * storage cheat sheet. When they are raised, older hashes stay valid, and each is renewed when its owner signs in.
 */
@ApplicationScoped
public class Argon2idHash implements PasswordHash {

    static final int MIN_MEMORY_KIB = 19 * 1024;
    static final int MIN_PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** A hash as text: an empty part, the algorithm, its version, the parameters, the salt, and the hash itself. */
    private static final int PARTS = 6;

    private static final int SALT = 4;

    private final PasswordSlots slots;
    private final int memoryKib;
    private final int passes;

    /** Whether a password belongs to a hash. */
    public enum Match {
        NO,
        YES,
        /** It does, but was hashed with less effort, or in another form, than it would be today. */
        OUTDATED
    }

    @SuppressWarnings("NullAway") // CDI's proxy has no state
    protected Argon2idHash() {
        slots = null;
        memoryKib = 0;
        passes = 0;
    }

    @Inject
    Argon2idHash(
            PasswordSlots slots,
            @ConfigProperty(name = "consilium.account.hash-memory-kib") int memoryKib,
            @ConfigProperty(name = "consilium.account.hash-passes") int passes) {
        this.slots = slots;
        this.memoryKib = memoryKib;
        this.passes = passes;
    }

    /** @throws IllegalStateException if the configuration asks for too little */
    @PostConstruct
    void check() {
        if (memoryKib < MIN_MEMORY_KIB || passes < MIN_PASSES) {
            throw new IllegalStateException("consilium.account.hash-memory-kib must be at least " + MIN_MEMORY_KIB
                    + ", and consilium.account.hash-passes at least " + MIN_PASSES);
        }
    }

    /**
     * Hashes a new password.
     *
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    @Override
    public String generate(char[] password) {
        return hash(password, builder -> builder.addRandomSalt(SALT_BYTES));
    }

    /**
     * Hashes a password again whose hash is outdated. The {@linkplain #salt salt} stays the same.
     *
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    public String renew(char[] password, String hash) {
        byte[] salt = Base64.getDecoder().decode(salt(hash));
        return hash(password, builder -> builder.addSalt(salt));
    }

    private String hash(char[] password, UnaryOperator<HashBuilder> salted) {
        String stored = PasswordForms.stored(CharBuffer.wrap(password));
        Argon2Function function = Argon2Function.getInstance(memoryKib, passes, LANES, HASH_BYTES, Argon2.ID);
        Hash hash = slots.use(
                () -> salted.apply(com.password4j.Password.hash(stored)).with(function));
        return hash.getResult();
    }

    @Override
    public boolean verify(char[] password, String hash) {
        return match(password, hash) != Match.NO;
    }

    /**
     * Takes the parameters from the hash itself, and tries each form in which the password may have been hashed.
     *
     * @throws org.consilium.limit.BusyException when too many are hashed already
     */
    public Match match(char[] password, String hash) {
        Argon2Function then = Argon2Function.getInstanceFromHash(hash);
        List<String> forms = PasswordForms.hashed(CharBuffer.wrap(password));
        for (String form : forms) {
            if (slots.use(() -> com.password4j.Password.check(form, hash).with(then))) {
                return form.equals(forms.get(0)) && !isWeaker(then) ? Match.YES : Match.OUTDATED;
            }
        }
        return Match.NO;
    }

    private boolean isWeaker(Argon2Function then) {
        return then.getMemory() < memoryKib || then.getIterations() < passes;
    }

    /**
     * The salt of a hash, by which a password is told from the one before: another password has another salt, and a
     * renewed hash has the same one.
     */
    public static String salt(String hash) {
        String[] parts = hash.split("\\$", -1);
        return parts.length == PARTS ? parts[SALT] : hash;
    }
}

package org.consilium.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.account.password.Argon2idHash;
import org.consilium.limit.ClientAddress;
import org.consilium.limit.SignInOrigin;
import org.consilium.platform.PublicIds;

/**
 * Recognizes devices on which somebody has signed in before, by what is stored there: a random id, and for each of the
 * last accounts a signature of it (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). The key of a
 * signature is the random salt of the account's password, which no device knows: a new password makes all devices
 * unknown, and nothing on a device tells of an account.
 */
@ApplicationScoped
public class KnownDevices {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "device ";
    private static final int SIGNATURE_BYTES = 16;

    /** A computer on a ward has many users. */
    private static final int MAX_ACCOUNTS = 20;

    @Inject
    private Credentials credentials;

    /** Where an attempt comes from; it takes as long for an address without an account. */
    SignInOrigin origin(String email, ClientAddress network, String stored) {
        Credentials.Credential credential = credentials.find(email).orElseGet(credentials::decoy);
        List<String> parts = parts(stored);
        byte[] expected = signature(parts.get(0), credential).getBytes(StandardCharsets.UTF_8);
        boolean known = parts.stream()
                .skip(1)
                .map(part -> MessageDigest.isEqual(expected, part.getBytes(StandardCharsets.UTF_8)))
                .reduce(false, Boolean::logicalOr);
        return new SignInOrigin(network, known ? parts.get(0) : "");
    }

    /** Whether somebody has signed in before on the device that stores this. */
    boolean knows(long accountKey, String stored) {
        List<String> parts = parts(stored);
        return parts.contains(signature(parts.get(0), credentials.get(accountKey)));
    }

    /** What the device is to store after a successful sign-in. */
    String remember(long accountKey, String stored) {
        List<String> parts = parts(stored);
        String signature = signature(parts.get(0), credentials.get(accountKey));
        Stream<String> others = parts.stream().skip(1).filter(other -> !other.equals(signature));
        return Stream.of(Stream.of(parts.get(0), signature), others)
                .flatMap(part -> part)
                .limit(MAX_ACCOUNTS + 1L)
                .collect(Collectors.joining("."));
    }

    /** The id, which is made if there is none, and the signatures. */
    private static List<String> parts(String stored) {
        List<String> parts = Arrays.stream(stored.split("\\.", MAX_ACCOUNTS + 2))
                .limit(MAX_ACCOUNTS + 1L)
                .toList();
        return PublicIds.isWellFormed(parts.get(0)) ? parts : List.of(PublicIds.next());
    }

    private static String signature(String device, Credentials.Credential credential) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            byte[] salt = Argon2idHash.salt(credential.hash()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            byte[] whole =
                    mac.doFinal((PURPOSE + device + ' ' + credential.accountKey()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}

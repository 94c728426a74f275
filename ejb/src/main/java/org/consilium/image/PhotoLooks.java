package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.consilium.access.Caller;
import org.consilium.secret.SecretKeys;

/**
 * Says that a page has shown a photo to somebody a moment ago, so that the photo's own request belongs to the entry of
 * that page in the audit trail. It permits nothing.
 */
@ApplicationScoped
public class PhotoLooks {
    private static final int SIGNATURE = 32;

    @Inject
    private SecretKeys keys;

    @Inject
    private Clock clock;

    /** For the address of a photo on a page of this person, as the second of its end, and a signature. */
    public String look(ImageId image, Caller reader) {
        long end = clock.instant().plus(ImageObjects.LINK_TTL).getEpochSecond();
        return end + "-"
                + signature(keys.fingerprints(purpose(image, reader), String.valueOf(end))
                        .getFirst());
    }

    boolean isValid(String look, ImageId image, Caller reader) {
        int dash = look.indexOf('-');
        if (dash < 1 || dash > 12 || !look.substring(0, dash).chars().allMatch(Character::isDigit)) {
            return false;
        }
        String end = look.substring(0, dash);
        byte[] given = look.substring(dash + 1).getBytes(StandardCharsets.UTF_8);
        return Long.parseLong(end) > clock.instant().getEpochSecond()
                && keys.fingerprints(purpose(image, reader), end).stream()
                        .map(PhotoLooks::signature)
                        .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given));
    }

    private static String purpose(ImageId image, Caller reader) {
        return "photo " + image.value() + ' ' + reader.accountKey();
    }

    private static String signature(String fingerprint) {
        return fingerprint.substring(0, SIGNATURE);
    }
}

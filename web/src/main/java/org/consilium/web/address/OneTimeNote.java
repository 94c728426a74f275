package org.consilium.web.address;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.consilium.web.cookie.SiteCookie;
import org.jspecify.annotations.Nullable;

/**
 * A note in the address of the next page, such as {@code ?done=written}, that a page believes once, and only after one
 * of our own redirects: a cookie for this page, which lasts a minute and is not sent along with a link from elsewhere,
 * has the same note. Anybody can write a link with the parameter; nobody else can set the cookie.
 */
public final class OneTimeNote {

    /** The parameter with the note. */
    public static final String PARAMETER = "done";

    /** The beginning of the cookie's name; pages have cookies of their own, as two may be on their way in two tabs. */
    private static final String COOKIE = "done-";

    /** Longer than a redirect takes. */
    private static final Duration TTL = Duration.ofMinutes(1);

    private static final int NAME_BYTES = 6;

    private OneTimeNote() {}

    /** Vouches for the note of an address that the response redirects to, if it has one. */
    public static void vouch(String address, HttpServletRequest request, HttpServletResponse response) {
        Address next = Address.parse(address);
        String note = next.value(PARAMETER);
        if (note != null) {
            cookie(next.path()).set(note, request, response);
        }
    }

    /** Takes the note of the page's address, if it is vouched for; the next time there is none. */
    public static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String note = request.getParameter(PARAMETER);
        String path = Address.shown(request).path();
        boolean vouched = note != null && cookie(path).find(request).equals(Optional.of(note));
        if (!vouched) {
            return Optional.empty();
        }
        cookie(path).delete(request, response);
        return Optional.of(note);
    }

    private static SiteCookie cookie(String path) {
        return SiteCookie.strict(name(path), path, TTL);
    }

    /** By the page, as well: with TLS, cookies are for the whole host. */
    private static String name(String path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return COOKIE + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, NAME_BYTES));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

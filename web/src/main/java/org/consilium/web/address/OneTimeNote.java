package org.consilium.web.address;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
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
            response.addCookie(cookie(next.path(), note, TTL, request));
        }
    }

    /** Takes the note of the page's address, if it is vouched for; the next time there is none. */
    public static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String note = request.getParameter(PARAMETER);
        String path = Address.shown(request).path();
        boolean vouched = note != null
                && cookies(request)
                        .anyMatch(cookie -> cookie.getName().equals(name(path))
                                && cookie.getValue().equals(note));
        if (!vouched) {
            return Optional.empty();
        }
        response.addCookie(cookie(path, "", Duration.ZERO, request));
        return Optional.of(note);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream);
    }

    private static Cookie cookie(String path, String note, Duration lifetime, HttpServletRequest request) {
        Cookie cookie = new Cookie(name(path), note);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) lifetime.toSeconds());
        return cookie;
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

package org.consilium.web.account.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.consilium.platform.PublicIds;
import org.consilium.web.cookie.SiteCookie;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a device is known to the accounts that have signed in on it. It holds nothing personal, and signs
 * nobody in.
 */
public final class DeviceCookie {
    /** For the longest time that browsers keep a cookie (RFC 6265bis, section 5.5). */
    private static final SiteCookie COOKIE = SiteCookie.strict("consilium-device", "/", Duration.ofDays(400));

    /** More than it ever has. */
    private static final int MAX_LENGTH = 1000;

    private DeviceCookie() {}

    /** Its value; empty if there is none. */
    public static String in(HttpServletRequest request) {
        return COOKIE.find(request)
                .filter(value -> value.length() <= MAX_LENGTH)
                .orElse("");
    }

    /** The id of the device, with which its value begins; null if there is none. */
    public static @Nullable String id(HttpServletRequest request) {
        String id = in(request).split("\\.", 2)[0];
        return PublicIds.isWellFormed(id) ? id : null;
    }

    public static void set(String value, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(value, request, response);
    }
}

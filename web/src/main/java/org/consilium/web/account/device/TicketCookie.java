package org.consilium.web.account.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.consilium.web.cookie.SiteCookie;
import org.consilium.web.site.Page;

/** The cookie that a browser keeps between the two steps of a sign-in. It signs nobody in. */
public final class TicketCookie {
    /** For as long as a ticket is valid. */
    private static final SiteCookie COOKIE = SiteCookie.strict("ticket", Page.SIGN_IN.path(), Duration.ofMinutes(10));

    /** More than it ever has. */
    private static final int MAX_LENGTH = 500;

    private TicketCookie() {}

    /** Its value; empty if there is none. */
    public static String in(HttpServletRequest request) {
        return COOKIE.find(request)
                .filter(value -> value.length() <= MAX_LENGTH)
                .orElse("");
    }

    public static void set(String ticket, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.set(ticket, request, response);
    }

    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.delete(request, response);
    }
}

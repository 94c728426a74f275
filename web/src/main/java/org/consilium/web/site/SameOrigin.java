package org.consilium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Recognizes requests from our own pages, for the few that carry no view state, whose token protects all other forms.
 * Browsers set both headers; a page of another site cannot forge them.
 */
public final class SameOrigin {

    private SameOrigin() {}

    public static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request);
    }

    /**
     * Whether a request says that it comes from another site. Without TLS, browsers say nothing of use: they leave out
     * one header, and our referrer policy makes the other one "null". So forms need a token or the session's cookie as
     * well.
     */
    public static boolean isForeign(HttpServletRequest request) {
        boolean silent = request.getHeader("Sec-Fetch-Site") == null && "null".equals(request.getHeader("Origin"));
        return !silent && !sent(request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            return String.valueOf(URI.create(origin).getAuthority()).equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

package org.consilium.server.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.consilium.server.api.RequestHeaders;

/** How a request will use its session, as far as that is known before the application sees the request. */
enum RequestKind {
    /** A file of the application, or a health check: does not use the session. */
    FILE,
    /** May take long and rarely changes the session, such as an upload: takes the lease only before a change. */
    LONG,
    /** Like {@link #LONG}, but not sent by a person: does not count as a use of the session. */
    BACKGROUND,
    /** Any other request: may change the attributes that it reads, so it needs the lease from the beginning. */
    PAGE;

    private static final String SHORT_FORM = "application/x-www-form-urlencoded";
    private static final String HEALTH = "/health";
    private static final String FACES_RESOURCE = "/jakarta.faces.resource/";

    static RequestKind of(Request request, HttpServletRequest http) {
        Wrapper servlet = request.getWrapper();
        String path = http.getRequestURI();
        if (path.contains(FACES_RESOURCE)
                || path.startsWith(HEALTH)
                || (servlet != null && "default".equals(servlet.getName()))) {
            return FILE;
        }
        if (http.getHeader(RequestHeaders.USE) != null) {
            return LONG;
        }
        if (!isByPerson(http)) {
            return BACKGROUND;
        }
        String type = http.getContentType();
        return type == null || type.toLowerCase(Locale.ROOT).startsWith(SHORT_FORM) ? PAGE : LONG;
    }

    /**
     * Whether a person has opened a page or sent a form. All else is asked by a page itself, be it by an image, a
     * script or a web socket: only the former is called "navigate" by browsers (Fetch Metadata Request Headers, section
     * 2.2). One that does not send these headers says what it accepts, and accepts HTML only when it opens a page.
     */
    private static boolean isByPerson(HttpServletRequest http) {
        if (http.getHeader(RequestHeaders.BACKGROUND) != null
                || http.getHeader("Upgrade") != null
                || http.getHeader("Sec-Purpose") != null) {
            return false;
        }
        String mode = http.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        String accepted = http.getHeader("Accept");
        return accepted == null || accepted.contains("text/html");
    }
}

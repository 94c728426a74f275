package org.consilium.server.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Request;
import org.consilium.server.http.Entrance;

/** What a request may want of its session, as far as that can be told before the application sees it. */
enum RequestKind {
    /** A file of the application, or a health check: nothing. */
    FILE,
    /** It may take long and seldom changes anything, such as an upload: it reads, and takes the lease if it writes. */
    LONG,
    /** As {@link #LONG}, and the page asks by itself: it does not count as a use of the session. */
    BACKGROUND,
    /** Anything else: it may change what it reads, so that no other may do so at the same time. */
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
        if (http.getHeader(Entrance.BACKGROUND) != null || http.getHeader("Upgrade") != null) {
            return BACKGROUND;
        }
        String type = http.getContentType();
        return type == null || type.toLowerCase(Locale.ROOT).startsWith(SHORT_FORM) ? PAGE : LONG;
    }
}

package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Response;

/** The answer while the sessions cannot be reached. It needs no application and no session. */
final class Unavailable {
    private static final String RETRY_AFTER_SECONDS = "2";

    private Unavailable() {}

    static void answer(Response response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // what was to be a redirect takes no other answer
        response.setSuspended(false);
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html;charset=UTF-8");
        try (InputStream page = Unavailable.class.getResourceAsStream("unavailable.html")) {
            if (page != null) {
                page.transferTo(response.getOutputStream());
            }
        }
    }
}

package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Response;
import org.consilium.server.http.UnavailablePage;

/** The 503 response while sessions cannot be reached. It needs no application and no session. */
final class Unavailable {
    private static final int RETRY_AFTER_SECONDS = 2;

    private Unavailable() {}

    static void answer(Response response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // after a redirect the response would ignore any other answer
        response.setSuspended(false);
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        UnavailablePage.headers(RETRY_AFTER_SECONDS).forEach(response::setHeader);
        response.setContentType(UnavailablePage.TYPE);
        response.getOutputStream().write(UnavailablePage.bytes());
    }
}

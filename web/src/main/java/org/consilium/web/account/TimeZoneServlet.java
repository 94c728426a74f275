package org.consilium.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.zone.ReaderZone;

/** Takes the browser's time zone from a script, by its name in the IANA database: {@code /time-zone/Europe/Vienna}. */
@WebServlet("/time-zone/*")
public class TimeZoneServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ReaderZone zone;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Objects.toString(request.getPathInfo(), "/").substring(1);
        Optional<ZoneId> told = ReaderZone.named(name);
        if (told.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            zone.tell(told.get(), response);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}

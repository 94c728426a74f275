package org.consilium.web.emergency;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyService;
import org.consilium.web.address.OneTimeNote;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;

/** Takes the button of the banner, which is on pages without forms of their own, at {@code /end/emergency/<id>}. */
@WebServlet("/end/*")
public class EndEmergencyServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String STEM = Page.EMERGENCY_PATIENT.of("");

    @Inject
    private transient EmergencyService emergencies;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.toString(request.getPathInfo(), "");
        Optional<Page> page = Page.at(path);
        if (page.filter(Page.EMERGENCY_PATIENT::equals).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        emergencies.end(new EmergencyId(path.substring(STEM.length())));
        String next = Done.EMERGENCY_ENDED.at(Page.EMERGENCY.path());
        OneTimeNote.vouch(next, request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + next);
    }
}

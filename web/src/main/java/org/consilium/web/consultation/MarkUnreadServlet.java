package org.consilium.web.consultation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.web.address.Address;
import org.consilium.web.address.OneTimeNote;
import org.consilium.web.site.Done;
import org.consilium.web.site.Page;

/**
 * Takes the button of a row of the queue, at {@code /unread/queue}, or of another list of a clinician, and leads back
 * to it with the query that it had. {@code FormFilter} has read the form before.
 */
@WebServlet("/unread/*")
public class MarkUnreadServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<Page> LISTS = EnumSet.of(Page.QUEUE, Page.EMERGENCY_PATIENT);

    @Inject
    private transient ConsultationService consultations;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("consultation");
        String page = Objects.toString(request.getPathInfo(), "");
        if (id == null || Page.at(page).filter(LISTS::contains).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        consultations.markUnread(new ConsultationId(id));
        String queue = page + "?" + Objects.toString(request.getQueryString(), "");
        String place = Done.MARKED_UNREAD.at(Address.parse(queue).toString());
        OneTimeNote.vouch(place, request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + place);
    }
}

package org.consilium.web.search;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.access.Caller;
import org.consilium.audit.VisitTrailService;
import org.consilium.platform.TypedText;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the search form of a page, at {@code /search/<page>}, and leads to that page: the text is kept in the session,
 * and the address has its key. {@code FormFilter} has read the form before.
 */
@WebServlet("/search/*")
public class SearchServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The values of choices beside the text, which stay in the address. */
    private static final Pattern CHOICE = Pattern.compile("[A-Z_]{1,20}");

    @Inject
    private transient Searches searches;

    @Inject
    private transient VisitTrailService trail;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Page> page = Page.at(Objects.toString(request.getPathInfo(), ""));
        Optional<Caller> caller = Visitor.of(request);
        if (page.isEmpty() || caller.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (page.get().isOpenTo(caller.get().role())) {
            lead(page.get(), request, response);
        } else {
            trail.refused(page.get(), null);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void lead(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = TypedText.strip(TypedText.cleanLine(Objects.toString(request.getParameter("text"), "")));
        if (text.length() > Searches.MAX) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        Address found = Address.of(page.path())
                .with("view", choice("view", request))
                .with("severity", choice("severity", request))
                .with(Searches.PARAMETER, TypedText.isVisible(text) ? searches.keep(text) : null);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + found);
    }

    private static @Nullable String choice(String name, HttpServletRequest request) {
        @Nullable String chosen = request.getParameter(name);
        return chosen != null && CHOICE.matcher(chosen).matches() ? chosen : null;
    }
}

package org.consilium.web.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;

/**
 * Reads the form that is sent to a page before the page does, and refuses one that no page of ours sends: malformed,
 * too large, from another site, or with files where there is no field for them.
 */
@WebFilter(filterName = "FormFilter")
public class FormFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SEARCHES = "/search";

    private static final Logger LOG = Logger.getLogger(FormFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // before the first parameter is read; all our forms are in UTF-8, whatever their headers say
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Optional<Page> page = request.getMethod().equals("POST") ? openPage(request) : Optional.empty();
        FormRefusal refusal = page.map(target -> refusal(target, request)).orElse(FormRefusal.NONE);
        if (refusal == FormRefusal.NONE) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refusal.status());
        }
    }

    /** The page of a form or of a search, if the visitor may open it; otherwise nothing of the form is read. */
    private static Optional<Page> openPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Page.at(path.startsWith(SEARCHES) ? path.substring(SEARCHES.length()) : path)
                .filter(page -> Visitor.of(request)
                        .map(caller -> page.isOpenTo(caller.role()))
                        .orElse(page.isPublic()));
    }

    private static FormRefusal refusal(Page page, HttpServletRequest request) {
        if (SameOrigin.isForeign(request)) {
            return FormRefusal.MALFORMED;
        }
        try {
            return new SubmittedForm(request).refusal(page.takesPhotos());
        } catch (IOException | ServletException | RuntimeException unreadable) {
            LOG.log(Level.FINE, "a form could not be read", unreadable);
            return FormRefusal.of(unreadable);
        }
    }
}

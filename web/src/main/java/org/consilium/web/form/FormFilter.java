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
import java.util.regex.Pattern;
import org.consilium.access.Caller;
import org.consilium.web.site.Page;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.Visitor;

/**
 * Reads the form that is sent to a page before the page does, and refuses one that no page of ours sends: malformed,
 * too large, from another site, or with files where there is no field for them; and one that was shown to somebody
 * else.
 */
@WebFilter(filterName = "FormFilter")
public class FormFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Before the path of the page that the form is on. */
    private static final Pattern SERVLET = Pattern.compile("^/(search|unread|end)(?=/)");

    private static final String SIGN_OUT = "/sign-out";

    private static final Logger LOG = Logger.getLogger(FormFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // before the first parameter is read; all our forms are in UTF-8, whatever their headers say
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        FormRefusal refusal = request.getMethod().equals("POST") ? refusal(request) : FormRefusal.NONE;
        if (refusal == FormRefusal.NONE) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refusal.status());
        }
    }

    private static FormRefusal refusal(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(SIGN_OUT)) {
            return refusalOfAnother(false, request);
        }
        Optional<Page> page = Page.at(SERVLET.matcher(path).replaceFirst(""));
        return page.map(target -> refusal(target, request)).orElse(FormRefusal.NONE);
    }

    /** Of a page that the visitor may not open, a form is read only to see whether it was shown to somebody else. */
    private static FormRefusal refusal(Page page, HttpServletRequest request) {
        Optional<Caller> visitor = Visitor.of(request);
        if (visitor.map(caller -> page.isOpenTo(caller.role())).orElse(page.isPublic())) {
            return SameOrigin.isForeign(request) ? FormRefusal.MALFORMED : refusalOfForm(page, request);
        }
        return visitor.isPresent() ? refusalOfAnother(page.takesPhotos(), request) : FormRefusal.NONE;
    }

    private static FormRefusal refusalOfForm(Page page, HttpServletRequest request) {
        FormRefusal refusal = read(page.takesPhotos(), request);
        return refusal == FormRefusal.NONE && !page.isPublic() ? ShownTo.refusal(request) : refusal;
    }

    private static FormRefusal refusalOfAnother(boolean photos, HttpServletRequest request) {
        return read(photos, request) == FormRefusal.NONE ? ShownTo.refusal(request) : FormRefusal.NONE;
    }

    private static FormRefusal read(boolean photos, HttpServletRequest request) {
        try {
            return new SubmittedForm(request).refusal(photos);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            LOG.log(Level.FINE, "a form could not be read", unreadable);
            return FormRefusal.of(unreadable);
        }
    }
}
